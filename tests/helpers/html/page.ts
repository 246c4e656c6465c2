import { HTMLElement, NodeType, TextNode, type Node, parse } from 'node-html-parser'

/** A form that posts, as a page shows it: the label of its first button and its hidden fields. */
export interface PostForm {
  label: string
  action: string
  fields: Record<string, string>
}

/** Parses a page or a part of one; `<pre>` and `<noscript>` are parsed like other elements. */
export function parsePage(html: string): HTMLElement {
  return parse(html, { blockTextElements: { script: true, style: true } })
}

/** The readable text: entities decoded, white space collapsed, a space in place of each tag. */
export function textIn(html: string | Node | null): string {
  if (html === null) {
    return ''
  }
  const text = rawText(typeof html === 'string' ? parsePage(html) : html)
  return text.replace(/\s+/g, ' ').trim()
}

function rawText(node: Node): string {
  if (node instanceof TextNode) {
    return node.text
  }
  const isHidden = node.nodeType === NodeType.COMMENT_NODE || /^(SCRIPT|STYLE)$/.test(tagOf(node))
  if (isHidden || tagOf(node) === 'WBR') {
    return ''
  }
  return ` ${node.childNodes.map(rawText).join('')} `
}

function tagOf(node: Node): string {
  return node instanceof HTMLElement ? (node.tagName ?? '') : ''
}

/** The text of the first element that matches, or an empty text. */
export function textAt(html: string, selector: string): string {
  return textIn(parsePage(html).querySelector(selector))
}

/** The HTML inside of `<main>`. */
export function mainIn(html: string): string {
  return parsePage(html).querySelector('main')!.innerHTML
}

/** The text of `<main>`. */
export function mainText(html: string): string {
  return textAt(html, 'main')
}

/** The text of the banner that names the current server. */
export function bannerText(html: string): string {
  return textAt(html, 'section.in-effect')
}

/** The messages of the error summary, each with the field that it links to. */
export function errorSummaryIn(html: string): { field: string; message: string }[] {
  return parsePage(html)
    .querySelectorAll('.error-summary a[href^="#field-"]')
    .map((link) => ({
      field: link.getAttribute('href')!.replace('#field-', ''),
      message: textIn(link),
    }))
}

/** The error message of a field, or an empty text. */
export function errorAt(html: string, field: string): string {
  return textAt(html, `#error-${field}`)
}

/** The attributes of the input of a field. */
export function inputAt(html: string, field: string): Record<string, string> {
  const input = parsePage(html).querySelector(`input#field-${field}`)
  if (!input) {
    throw new Error(`The page has no input "${field}"`)
  }
  return input.attributes
}

/** The names of the rows of a list, in their order. */
export function namesIn(html: string): string[] {
  return parsePage(html).querySelectorAll('th[role=rowheader] a').map(textIn)
}

/** The addresses of the links, by their label. */
export function linksIn(html: string): Map<string, string> {
  const links = parsePage(html).querySelectorAll('a')
  return new Map(
    links.map((link) => [
      link.getAttribute('aria-label') ?? textIn(link),
      link.getAttribute('href') ?? '',
    ])
  )
}

/** The choices of a filter with their counts; the selected one is in brackets. */
export function filterIn(html: string, name: string): string {
  const choices = parsePage(html).querySelectorAll(`ul[aria-labelledby="filter-${name}"] li`)
  return choices
    .map((choice) =>
      choice.querySelector('[aria-current=true]') ? `[${textIn(choice)}]` : textIn(choice)
    )
    .join(', ')
}

/** The forms that post, without their CSRF tokens. */
export function formsIn(html: string): PostForm[] {
  return toForms(parsePage(html))
}

/** The forms in the messages of a page, such as Undo. */
export function flashFormsIn(html: string): PostForm[] {
  const messages = parsePage(html).querySelector('section.messages')
  return messages ? toForms(messages) : []
}

function toForms(element: HTMLElement): PostForm[] {
  return element.querySelectorAll('form[method=post]').map((form) => {
    const hidden = form
      .querySelectorAll('input[type=hidden]')
      .map((input) => [input.getAttribute('name')!, input.getAttribute('value') ?? ''])
      .filter(([name]) => name !== '_csrf')
    return {
      label: textIn(form.querySelector('button')),
      action: form.getAttribute('action') ?? '',
      fields: Object.fromEntries(hidden),
    }
  })
}
