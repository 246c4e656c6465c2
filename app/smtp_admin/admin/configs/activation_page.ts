import { type Health, healthOf } from '../../diagnostics/health.js'
import type { Problem } from '../../models/problem.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Translator } from '../../i18n/types.js'
import type { ActivationPolicy } from '../../types/main.js'
import { configDetails } from '../presenters/config_details.js'
import { type Input, textOf } from './form_input.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import type { ActivationEffect } from './activation_effect.js'

/** What there is to know before a configuration is made active. */
export interface ActivationView {
  config: SmtpConfig
  health: Health
  /** What is active now in its scope; null: none. */
  active: SmtpConfig | null
  effect: ActivationEffect
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
export function activationPage(
  translate: Translator,
  view: ActivationView,
  urlTo: PageUrl
): PageContent {
  const { config, health, active, effect, refused, problems = [] } = view
  const { id, name } = config
  const isMissingTest = view.policy === 'require-test' && health.state !== 'working'
  return {
    title: translate('activation.title', { name }),
    heading: translate(isMissingTest ? 'activation.headingTestFirst' : 'activation.heading'),
    crumbs: [
      { text: translate('form.list'), url: urlTo('configs.index') },
      { text: name, url: urlTo('configs.change', { id }) },
      { text: translate('activation.crumb') },
    ],
    hasErrors: refused !== undefined,
    isRefused: refused !== undefined,
    isMissingTest,
    warning: warningOf(translate, view, isMissingTest),
    config: configDetails(config),
    revision: config.revision,
    latestTest: health.runId && urlTo('tests.show', { id: health.runId }),
    effect,
    replaces:
      active && active.id !== id
        ? translate('activation.replaces', { name: active.name })
        : translate('activation.replacesNone'),
    reason: textOf(refused?.reason),
    problems,
    errors: Object.groupBy(problems, (problem) => problem.field),
  }
}

/** What speaks against making it active, in sentences; null: nothing. */
function warningOf(
  translate: Translator,
  { config, health: { state }, refused }: ActivationView,
  isMissingTest: boolean
): string | null {
  if (state === 'working') {
    return null
  }
  const isOtherRevision = textOf(refused?.revision) !== String(config.revision)
  const isOutdated = textOf(refused?.reason) !== '' && isOtherRevision
  const sentences = [
    translate(refused ? `activation.refused.${state}` : `activation.before.${state}`),
    ...(isMissingTest ? [translate('activation.policy')] : []),
    ...(isOutdated ? [translate('activation.changedSince')] : []),
  ]
  return sentences.join(' ')
}
