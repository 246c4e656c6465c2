import { type Health, healthOf } from '../../diagnostics/health.js'
import type { Translator } from '../../i18n/types.js'
import type { FieldError } from '../../models/config_validator.js'
import { SITE_SCOPE } from '../../models/scope.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Candidate } from '../../resolution/candidate.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { ActivationPolicy } from '../../types/main.js'
import { accountOf } from '../http/consequences.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { configDetails } from '../presenters/config_details.js'
import { type Input, parseText } from './form_input.js'

/** The state that an activation would change. */
export interface Activation {
  config: SmtpConfig
  health: Health
  /** The active configuration of its scope; null: none. */
  active: SmtpConfig | null
  /** The servers that mail of the scope may use now, in order. */
  candidates: Candidate[]
}

export interface ActivationView extends Activation {
  policy: ActivationPolicy
  /** The request that was refused; undefined: there is none. */
  refused?: Input
  problems?: FieldError[]
}

export async function readActivation(resolver: Resolver, config: SmtpConfig): Promise<Activation> {
  const healths = await healthOf([config])
  const active = await SmtpConfig.getActive(config.scope)
  const { candidates } = await resolver.resolve(accountOf(config))
  return { config, health: healths.get(config.id)!, active, candidates }
}

/** The page that confirms an activation, or says why it was refused. */
export function activationPage(
  view: ActivationView,
  translate: Translator,
  urlTo: PageUrl
): PageContent {
  const { config, health, active, refused, problems = [] } = view
  const { id, name } = config
  const isMissingTest = view.policy === 'require-test' && health.state !== 'working'
  return {
    title: translate('activation.title', { name }),
    heading: translate(isMissingTest ? 'activation.headingTestFirst' : 'activation.heading'),
    crumbs: [
      { text: translate('list.title'), url: urlTo('configs.index') },
      { text: name, url: urlTo('configs.change', { id }) },
      { text: translate('actions.activate') },
    ],
    hasErrors: refused !== undefined,
    isRefused: refused !== undefined,
    isMissingTest,
    warning: presentWarning(view, isMissingTest, translate),
    config: configDetails(config),
    revision: config.revision,
    latestTest: health.runId && urlTo('tests.show', { id: health.runId }),
    effect: presentEffect(view, translate),
    replaces:
      active && active.id !== id
        ? translate('activation.replaces', { name: active.name })
        : translate('activation.replacesNone'),
    reason: parseText(refused?.reason),
    problems,
    errors: Object.groupBy(problems, (problem) => problem.field),
  }
}

/** The server that mail uses now, and the one that it would use. An unreadable password is skipped. */
function presentEffect({ config, health, active, candidates }: Activation, translate: Translator) {
  const { name, host, port, scope } = config
  const next = candidates.find(({ id }) => id !== active?.id)
  return {
    scope:
      scope === SITE_SCOPE
        ? translate('activation.forSite')
        : translate('list.ofAccount', { account: accountOf(config) }),
    now: presentServer(candidates.at(0), translate),
    afterwards:
      health.state === 'unreadable'
        ? presentServer(next, translate)
        : { name, address: `${host}:${port}` },
  }
}

function presentServer(candidate: Candidate | undefined, translate: Translator) {
  if (!candidate) {
    return { name: translate('inEffect.nothing'), address: null }
  }
  const { source, name, host, port } = candidate
  return {
    name: source === 'environment' ? translate('inEffect.environment') : name,
    address: `${host}:${port}`,
  }
}

/** Why the configuration may not work, in sentences; null: it is known to work. */
function presentWarning(
  { config, health: { state }, refused }: ActivationView,
  isMissingTest: boolean,
  translate: Translator
): string | null {
  if (state === 'working') {
    return null
  }
  const isOtherRevision = parseText(refused?.revision) !== String(config.revision)
  const isOutdated = parseText(refused?.reason) !== '' && isOtherRevision
  const sentences = [
    translate(refused ? `activation.refused.${state}` : `activation.before.${state}`),
    ...(isMissingTest ? [translate('activation.policy')] : []),
    ...(isOutdated ? [translate('activation.changedSince')] : []),
  ]
  return sentences.join(' ')
}
