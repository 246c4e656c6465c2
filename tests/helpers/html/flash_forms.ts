import { textOf } from './admin_pages.js'

/** A form with one button, as a page has it. */
export interface OfferedForm {
  label: string
  action: string
  fields: Record<string, string>
}

/** The buttons in the messages of a page. */
export function offersOf(html: string): OfferedForm[] {
  const messages = /<section class="messages"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  return formsOf(messages)
}

/** Every form that posts, without the token that is different every time. */
export function formsOf(html: string): OfferedForm[] {
  const forms = html.matchAll(/<form\s+method="post"\s+action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)
  return [...forms].map(([, action, content]) => {
    const label = textOf(/<button[\s\S]*?<\/button>/.exec(content)?.[0] ?? '')
    return { label, action, fields: hiddenFields(content) }
  })
}

function hiddenFields(content: string): Record<string, string> {
  const inputs = content.matchAll(/<input[^>]*type=['"]hidden['"][^>]*>/g)
  const pairs = [...inputs].map(([input]) => [
    /name=['"]([^'"]*)['"]/.exec(input)![1],
    /value=['"]([^'"]*)['"]/.exec(input)![1],
  ])
  return Object.fromEntries(pairs.filter(([name]) => name !== '_csrf'))
}
