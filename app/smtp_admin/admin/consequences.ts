import { SITE_SCOPE } from '../models/scope.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import { describeCandidate } from '../resolution/candidate.js'
import type { Resolver } from '../resolution/resolver.js'

/** Which server mail goes through when this configuration is not active any more, in one sentence. */
export async function describeWithout(resolver: Resolver, config: SmtpConfig): Promise<string> {
  const account = config.scope === SITE_SCOPE ? undefined : config.scope.replace(/^account:/, '')
  const { candidates } = await resolver.resolve(account)
  const next = candidates.find((candidate) => candidate.id !== config.id)
  if (!next) {
    return 'Without it there is no mail server, and mail cannot be sent.'
  }
  if (next.source === 'environment') {
    return `Without it, mail goes through the environment's server ${next.host}:${next.port}.`
  }
  return `Without it, mail goes through ${describeCandidate(next)}.`
}
