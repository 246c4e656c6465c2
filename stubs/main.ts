/** Where the stubs are, in the source tree as in the published package. */
export const stubsRoot = import.meta.dirname
