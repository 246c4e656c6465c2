import type { Page } from 'playwright'
import { readMessages } from './catalogues.js'

/**
 * Invisible characters around every message. Playwright ignores them when it searches for text. Text on
 * a page without these marks does not come from the catalogue.
 */
const OPEN = '\u200b'
const CLOSE = '\u00ad'

/** Units and protocol names, which are the same in every language. */
const SAME = ['ms', 's', 'TLS', 'STARTTLS', 'SPF', 'DKIM', 'DMARC']

/** The messages of a language with the marks around them, as overrides of a host. */
export function markedMessages(language: string): Record<string, string> {
  const marked = [...readMessages(language)].map(([key, text]) => [key, `${OPEN}${text}${CLOSE}`])
  return Object.fromEntries(marked)
}

/**
 * Text and attributes on a page that do not come from the catalogue, except user data and server
 * responses.
 */
export function unmarked(page: Page): Promise<string[]> {
  return page.locator('html').evaluate(
    (html, { open, close, same }) => {
      const document = html.ownerDocument
      const NOT_OURS = 'bdi, code, time, pre, script, style, title, textarea, [translate=no]'
      const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt', 'data-label']
      const marks = new RegExp(`${open}[^${open}${close}]*${close}`, 'g')

      const outside = (text: string): string => {
        const rest = text.replace(marks, '')
        return rest === text ? rest : outside(rest)
      }
      const isLeft = (text: string) => {
        return (
          outside(text)
            .match(/\p{L}+/gu)
            ?.some((word) => !same.includes(word)) ?? false
        )
      }

      const left: string[] = []
      // A title has no elements: what is user data in it is that on the page as well.
      const data = new Set(
        Array.from(html.querySelectorAll('bdi'), ({ textContent }: { textContent: string }) =>
          textContent.trim()
        )
      )
      for (const part of outside(document.title).split(' | ')) {
        if (isLeft(part) && !data.has(part.trim())) {
          left.push(`<title> ${part}`)
        }
      }
      const walker = document.createTreeWalker(html, 4)
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode
        if (!parentElement!.closest(NOT_OURS) && isLeft(textContent!)) {
          left.push(`<${parentElement!.tagName.toLowerCase()}> ${textContent!.trim()}`)
        }
      }
      for (const element of html.querySelectorAll('*')) {
        for (const name of ATTRIBUTES) {
          const value = element.getAttribute(name)
          if (value && isLeft(value)) {
            left.push(`${name}="${value}"`)
          }
        }
      }
      return [...new Set(left)]
    },
    { open: OPEN, close: CLOSE, same: SAME }
  )
}

/** Takes the marks out of a page, so that its layout is that of the real texts. */
export function removeMarks(page: Page): Promise<void> {
  return page.locator('html').evaluate(
    (html, { open, close }) => {
      const { ownerDocument: document } = html
      const clean = (text: string) => text.replaceAll(open, '').replaceAll(close, '')
      document.title = clean(document.title)
      const walker = document.createTreeWalker(html, 4)
      while (walker.nextNode()) {
        walker.currentNode.textContent = clean(walker.currentNode.textContent!)
      }
      for (const element of html.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          // Setting an unchanged address would load it again.
          if (clean(value) !== value) {
            element.setAttribute(name, clean(value))
          }
        }
      }
    },
    { open: OPEN, close: CLOSE }
  )
}
