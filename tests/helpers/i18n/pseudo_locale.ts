import type { Page } from 'playwright'
import type { Plural } from '../../../app/smtp_admin/i18n/types.js'
import { LANGUAGES } from '../../../app/smtp_admin/i18n/format.js'

/**
 * Around every text: two characters that nobody sees, and that Playwright leaves out when it looks for
 * a text. What has none of them around it has not been through the catalogue.
 */
const OPEN = '\u200b'
const CLOSE = '\u00ad'

/** Units and the names of protocols are the same in every language. */
const SAME = ['ms', 's', 'TLS', 'STARTTLS', 'SPF', 'DKIM', 'DMARC']

/** The texts of a language with the marks, as an app has texts of its own. */
export function markedTexts(language: string): Record<string, string> {
  const all = Object.entries(LANGUAGES[language]).flatMap(([area, texts]) => {
    return Object.entries<string | Plural>(texts).flatMap(([name, text]) => {
      return typeof text === 'string'
        ? [[`${area}.${name}`, text]]
        : Object.entries(text).map(([form, of]) => [`${area}.${name}.${form}`, of])
    })
  })
  return Object.fromEntries(all.map(([key, text]) => [key, `${OPEN}${escapeIcu(text)}${CLOSE}`]))
}

/** Apostrophes and angle brackets mean something in ICU messages. */
function escapeIcu(text: string): string {
  return text.replaceAll("'", "''").replace(/[<>]/g, "'$&'")
}

/**
 * What a page shows or says to a screen reader without its having been through the catalogue: texts,
 * but for what people and servers have said, and attributes.
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
