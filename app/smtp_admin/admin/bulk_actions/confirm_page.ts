import type { SmtpConfig } from '../../models/smtp_config.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { MessageKey, Translator } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'
import { describeWithout } from '../http/consequences.js'
import type { WayBack } from '../http/back_to_list.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { CONFIRMED, SELECTED, SELECT_ACROSS, type Selection, fingerprint } from './selection.js'

/** The actions that require a confirmation: they may change which server is used. */
export type ConfirmedAction = 'deactivate' | 'delete'

export interface Confirmation {
  action: ConfirmedAction
  selection: Selection
  /** Whether an earlier confirmation was for another selection. */
  isChanged: boolean
}

const MAX_LISTED = 20

const TITLES: Record<ConfirmedAction, MessageKey> = {
  deactivate: 'actions.deactivateTitle',
  delete: 'actions.deleteTitle',
}

const CONFIRM_LABELS: Record<ConfirmedAction, MessageKey> = {
  deactivate: 'actions.deactivateYes',
  delete: 'actions.deleteYes',
}

/** The confirmation page: what is selected, and the effect on mail. */
export async function confirmPage(
  { action, selection, isChanged }: Confirmation,
  { resolver, translate, urlTo, back }: PageParts
): Promise<PageContent> {
  const { configs, selectAcross } = selection
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
    rows: configs.slice(0, MAX_LISTED).map((config) => ({
      name: config.name,
      server: `${config.host}:${config.port}`,
      // Every configuration in a list to deactivate is active.
      isMarked: config.isActive && action !== 'deactivate',
      url: urlTo('configs.change', { id: config.id }),
    })),
    more: count - MAX_LISTED,
    effects: await Promise.all(
      active.slice(0, MAX_LISTED).map((config) => describeEffect(config, resolver, translate))
    ),
    moreEffects: active.length - MAX_LISTED,
    confirmLabel: translate(CONFIRM_LABELS[action], { count }),
    fields: [
      { name: 'action', value: action },
      { name: CONFIRMED, value: fingerprint(selection) },
      ...(selectAcross
        ? [{ name: SELECT_ACROSS, value: '1' }]
        : configs.map(({ id }) => ({ name: SELECTED, value: id }))),
    ],
  }
}

interface PageParts {
  resolver: Resolver
  translate: Translator
  urlTo: PageUrl
  back: WayBack
}

async function describeEffect(config: SmtpConfig, resolver: Resolver, translate: Translator) {
  const { name, scope } = config
  return {
    owner: translate(scope === SITE_SCOPE ? 'actions.forSite' : 'actions.forScope', {
      name,
      scope,
    }),
    text: format(translate, await describeWithout(resolver, config)),
  }
}
