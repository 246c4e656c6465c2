import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Candidate } from '../../resolution/candidate.js'
import type { Phrase, Translate } from '../../i18n/types.js'
import { say } from '../../i18n/format.js'
import { configDetails } from '../presenters/config_details.js'
import { accountOf } from '../http/consequences.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'

/**
 * The page before a deletion.
 *
 * @param next what mail of its scope goes through afterwards; undefined: nothing
 */
export function deletionPage(
  config: SmtpConfig,
  next: Candidate | undefined,
  translate: Translate,
  urlTo: PageUrl
): PageContent {
  const { id, name, isActive } = config
  return {
    title: translate('deletion.title', { name }),
    crumbs: [
      { text: translate('form.list'), url: urlTo('configs.index') },
      { text: name, url: urlTo('configs.change', { id }) },
      { text: translate('deletion.crumb') },
    ],
    config: configDetails(config),
    consequence: isActive ? say(translate, afterwards(config, next)) : null,
  }
}

/** What happens to mail without the active configuration. */
function afterwards(config: SmtpConfig, next: Candidate | undefined): Phrase {
  const account = accountOf(config)
  const whose = account === undefined ? 'active' : 'account'
  if (!next) {
    return { key: `deletion.${whose}ThenNone`, values: { account } }
  }
  const { name, host, port, source } = next
  const values = { account, name, address: `${host}:${port}` }
  return source === 'environment'
    ? { key: `deletion.${whose}ThenEnvironment`, values }
    : { key: `deletion.${whose}ThenServer`, values }
}
