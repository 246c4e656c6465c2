import type { MessageKey, Translator } from '../../i18n/types.js'
import type { PageName, PageUrl } from './urls.js'

/** A link of the navigation. */
export interface Tab {
  label: string
  url: string
  /** `page`: the current page. `true`: the current page is in this part (WAI-ARIA, aria-current). */
  current: 'page' | 'true' | null
}

interface Part {
  page: PageName
  label: MessageKey
  /** What the paths of its pages begin with, after the prefix. */
  paths: string[]
}

/** In the order of the navigation. Help has a place of its own. */
const PARTS: Part[] = [
  { page: 'home', label: 'shell.home', paths: [''] },
  { page: 'configs.index', label: 'shell.configs', paths: ['configs', 'find'] },
  { page: 'tests.index', label: 'shell.tests', paths: ['tests'] },
  { page: 'history', label: 'shell.history', paths: ['history'] },
]

const HELP: Part = { page: 'help', label: 'shell.help', paths: ['help'] }

/** The navigation of a page. */
export interface Navigation {
  parts: Tab[]
  help: Tab
}

/**
 * @param path of the request, as the app has it
 * @param prefix under which the pages are mounted
 */
export function navigation(
  path: string,
  prefix: string,
  urlTo: PageUrl,
  translate: Translator
): Navigation {
  const rest = path.slice(prefix.length).split('/').filter(Boolean)
  const [first = ''] = rest
  const toTab = ({ page, label, paths }: Part): Tab => {
    const current = rest.length < 2 && first === paths[0] ? 'page' : 'true'
    return {
      label: translate(label),
      url: urlTo(page),
      current: paths.includes(first) ? current : null,
    }
  }
  return { parts: PARTS.map(toTab), help: toTab(HELP) }
}
