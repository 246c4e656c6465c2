import { LACKS } from '../../diagnosis/activation_policy.js'
import { type Health, healthOf } from '../../diagnosis/health.js'
import type { Problem } from '../../models/check_values.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { ActivationPolicy } from '../../types.js'
import { configDetails } from '../config_rows.js'
import { type Input, textOf } from '../form/form_input.js'
import type { PageContent } from '../pages.js'
import type { PageUrl } from '../urls.js'

/** What there is to know before a configuration is made active. */
export interface ActivationView {
  config: SmtpConfig
  health: Health
  /** What is active now in its scope; null: none. */
  active: SmtpConfig | null
  policy: ActivationPolicy
  /** What was posted and refused, if anything was. */
  refused?: Input
  problems?: Problem[]
}

/** Reads it from the database. */
export async function viewOf(
  config: SmtpConfig
): Promise<Pick<ActivationView, 'health' | 'active'>> {
  const healths = await healthOf([config])
  return { health: healths.get(config.id)!, active: await SmtpConfig.getActive(config.scope) }
}

/** The page that comes before, or instead of, making a configuration active. */
export function activationPage(view: ActivationView, urlTo: PageUrl): PageContent {
  const { config, health, active, refused, problems = [] } = view
  const isMissingTest = view.policy === 'require-test' && health.state !== 'working'
  return {
    title: `Make active | ${config.name}`,
    heading: isMissingTest ? 'Test this configuration first' : 'Make this configuration active?',
    crumbs: [
      { text: 'SMTP configurations', url: urlTo('configs.index') },
      { text: config.name, url: urlTo('configs.change', { id: config.id }) },
      { text: 'Make active' },
    ],
    hasErrors: refused !== undefined,
    isRefused: refused !== undefined,
    isMissingTest,
    warning: warningOf(view, isMissingTest),
    config: configDetails(config),
    revision: config.revision,
    latestTest: health.runId && urlTo('tests.show', { id: health.runId }),
    replaced: active && active.id !== config.id ? active.name : null,
    reason: textOf(refused?.reason),
    problems,
    errors: Object.groupBy(problems, (problem) => problem.field),
  }
}

/** What speaks against making it active; null: nothing. */
function warningOf(
  { config, health: { state }, refused }: ActivationView,
  isMissingTest: boolean
): string | null {
  if (state === 'working') {
    return null
  }
  const isOtherRevision = textOf(refused?.revision) !== String(config.revision)
  const sentences = [
    `${refused ? 'It was not made active' : 'Before you make it active'}: ${LACKS[state]}.`,
    isMissingTest &&
      'Here a configuration has to pass a test, as it is now, before it is made active.',
    textOf(refused?.reason) !== '' &&
      isOtherRevision &&
      'It was changed after you had opened this page: look at it again.',
  ]
  return sentences.filter(Boolean).join(' ')
}
