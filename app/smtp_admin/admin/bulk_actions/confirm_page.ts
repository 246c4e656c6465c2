import type { SmtpConfig } from '../../models/smtp_config.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { TextKey, Translate } from '../../i18n/types.js'
import { say } from '../../i18n/format.js'
import { describeWithout } from '../http/consequences.js'
import type { WayBack } from '../http/back_to_list.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { SEEN, SELECTED, SELECT_ACROSS, type Selection, fingerprint } from './selection.js'

/** The actions that are asked about once more: they may change what is in effect. */
export type ConfirmedAction = 'deactivate' | 'delete'

/** What the page is made from. */
export interface Confirmation {
  action: ConfirmedAction
  selection: Selection
  /** Whether somebody has said yes to another selection than there is by now. */
  isChanged: boolean
}

/** More are counted, not listed. */
const MOST_SHOWN = 20

const TITLES: Record<ConfirmedAction, TextKey> = {
  deactivate: 'actions.deactivateTitle',
  delete: 'actions.deleteTitle',
}

const ANSWERS: Record<ConfirmedAction, TextKey> = {
  deactivate: 'actions.deactivateYes',
  delete: 'actions.deleteYes',
}

/** The page that asks once more: what is selected, and what it would mean for mail. */
export async function confirmPage(
  { action, selection, isChanged }: Confirmation,
  { resolver, translate, urlTo, back }: PageParts
): Promise<PageContent> {
  const { configs, isAcross } = selection
  const count = configs.length
  const active = configs.filter(({ isActive }) => isActive)
  const title = translate(TITLES[action], { count })
  return {
    title,
    crumbs: [
      { text: translate('list.title'), url: back.url },
      { text: translate('actions.confirm') },
    ],
    action,
    isChanged,
    rows: configs.slice(0, MOST_SHOWN).map((config) => ({
      name: config.name,
      server: `${config.host}:${config.port}`,
      // Only what is active can be deactivated.
      isMarked: config.isActive && action !== 'deactivate',
      url: urlTo('configs.change', { id: config.id }),
    })),
    more: count - MOST_SHOWN,
    consequences: await Promise.all(
      active.slice(0, MOST_SHOWN).map((config) => consequenceOf(config, resolver, translate))
    ),
    moreConsequences: active.length - MOST_SHOWN,
    yes: translate(ANSWERS[action], { count }),
    fields: [
      { name: 'action', value: action },
      { name: SEEN, value: fingerprint(selection) },
      ...(isAcross
        ? [{ name: SELECT_ACROSS, value: '1' }]
        : configs.map(({ id }) => ({ name: SELECTED, value: id }))),
    ],
  }
}

interface PageParts {
  resolver: Resolver
  translate: Translate
  urlTo: PageUrl
  back: WayBack
}

async function consequenceOf(config: SmtpConfig, resolver: Resolver, translate: Translate) {
  const { name, scope } = config
  return {
    whose: translate(scope === SITE_SCOPE ? 'actions.forSite' : 'actions.forScope', {
      name,
      scope,
    }),
    text: say(translate, await describeWithout(resolver, config)),
  }
}
