import type en from '../en/index.js'
import shell from './shell.js'

/** German. */
export default { shell } satisfies Record<keyof typeof en, unknown>
