import type { ListColumn } from '../../../app/smtp_admin/types/main.js'
import { services } from '../services.js'
import { textOf } from './admin_pages.js'

/** Has the list look otherwise, until the returned function is called. */
export function useListOptions(options: { perPage?: number; columns?: ListColumn[] }) {
  const { config } = services
  const { perPage, columns } = config
  Object.assign(config, options)
  return () => {
    Object.assign(config, { perPage, columns })
  }
}

/** The names of the rows, in their order. */
export function namesIn(html: string): string[] {
  const headers = html.match(/<th role="rowheader"[\s\S]*?<\/a>/g) ?? []
  return headers.map(textOf)
}

/** The links of a page by their text, or by what they are called instead. */
export function linksIn(html: string): Map<string, string> {
  const links = [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)]
  return new Map(
    links.map(([, attributes, content]) => {
      const label = /aria-label="([^"]*)"/.exec(attributes)?.[1]
      const address = /href="([^"]*)"/.exec(attributes)?.[1] ?? ''
      return [label ?? textOf(content), address.replaceAll('&amp;', '&')]
    })
  )
}

/** The choices of a filter, each with its count; the chosen one in brackets. */
export function filterIn(html: string, name: string): string {
  const list = new RegExp(`<ul aria-labelledby="filter-${name}">([\\s\\S]*?)</ul>`).exec(html)?.[1]
  const choices = (list ?? '').split('</li>').slice(0, -1)
  const shown = choices.map((choice) => {
    return choice.includes('aria-current="true"') ? `[${textOf(choice)}]` : textOf(choice)
  })
  return shown.join(', ')
}
