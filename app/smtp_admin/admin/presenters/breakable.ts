/** What a template prints as it is: made by Edge, of text that was escaped. */
export type Printed = object

/** Where an address may go on in the next line: after a dot or an underscore, before an `@`. */
const BREAKS = /(?<=[._])|(?=@)/

/**
 * Makes a function for templates, `{{ breakable(host) }}`, that escapes a host or an address and
 * says where a line of it may end. Nothing is added to what is copied. Edge is loaded only here: an
 * app without pages has none.
 */
export async function breakableText(): Promise<(text: string) => Printed> {
  const { edgeGlobals } = await import('edge.js')
  const { html } = edgeGlobals
  return (text) =>
    html.safe(
      text
        .split(BREAKS)
        .map((part) => html.escape(part))
        .join('<wbr>')
    )
}
