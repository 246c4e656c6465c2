import type { MessageKey, Translator } from '../../i18n/types.js'
import type { PageName, PageUrl } from './urls.js'

/** A part of the section, as its navigation has it. */
export interface Tab {
  label: string
  url: string
  /** `page`: this very page. `true`: this page is in that part (WAI-ARIA, aria-current). */
  current: 'page' | 'true' | null
}

interface Part {
  page: PageName
  label: MessageKey
  /** What the paths of its pages begin with, after the prefix. */
  paths: string[]
}

/** The order in which they stand; help stands apart, in the same place on every page. */
const PARTS: Part[] = [
  { page: 'home', label: 'shell.home', paths: [''] },
  { page: 'configs.index', label: 'shell.configs', paths: ['configs', 'find'] },
  { page: 'tests.index', label: 'shell.tests', paths: ['tests'] },
  { page: 'history', label: 'shell.history', paths: ['history'] },
]

const HELP: Part = { page: 'help', label: 'shell.help', paths: ['help'] }

/** The parts of the section, seen from a page. */
export interface Tabs {
  parts: Tab[]
  help: Tab
}

/**
 * @param path of the request, as the app has it
 * @param prefix under which the pages are mounted
 */
export function tabsFrom(
  path: string,
  prefix: string,
  urlTo: PageUrl,
  translate: Translator
): Tabs {
  const rest = path.slice(prefix.length).split('/').filter(Boolean)
  const [first = ''] = rest
  const shown = ({ page, label, paths }: Part): Tab => {
    const here = rest.length < 2 && first === paths[0] ? 'page' : 'true'
    return {
      label: translate(label),
      url: urlTo(page),
      current: paths.includes(first) ? here : null,
    }
  }
  return { parts: PARTS.map(shown), help: shown(HELP) }
}
