import { SITE_SCOPE } from '../../models/scope.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Candidate } from '../../resolution/candidate.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { Translator } from '../../i18n/types.js'
import { accountOf } from '../http/consequences.js'

/** A server as the page names it; without an address there is none. */
export interface NamedServer {
  name: string
  address: string | null
}

/** What making a configuration active would change for mail. */
export interface ActivationEffect {
  /** Whose mail. */
  scope: string
  now: NamedServer
  afterwards: NamedServer
}

/**
 * What mail of a configuration's scope goes through now, and would go through if it was active.
 *
 * @param active what is active now in its scope; null: nothing
 * @param isUsable whether its password opens: else mail passes it over
 */
export async function effectOf(
  resolver: Resolver,
  config: SmtpConfig,
  { active, isUsable, translate }: Circumstances
): Promise<ActivationEffect> {
  const { candidates } = await resolver.resolve(accountOf(config))
  const next = candidates.find(({ id }) => id !== active?.id)
  const { name, host, port, scope } = config
  return {
    scope:
      scope === SITE_SCOPE
        ? translate('activation.forSite')
        : translate('activation.forAccount', { account: accountOf(config) }),
    now: namedServer(candidates.at(0), translate),
    afterwards: isUsable ? { name, address: `${host}:${port}` } : namedServer(next, translate),
  }
}

interface Circumstances {
  active: SmtpConfig | null
  isUsable: boolean
  translate: Translator
}

function namedServer(candidate: Candidate | undefined, translate: Translator): NamedServer {
  if (!candidate) {
    return { name: translate('inEffect.nothing'), address: null }
  }
  const { source, name, host, port } = candidate
  return {
    name: source === 'environment' ? translate('inEffect.environment') : name,
    address: `${host}:${port}`,
  }
}
