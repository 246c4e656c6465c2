import { SITE_SCOPE } from '../models/scope.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { Candidate } from './candidate.js'
import { candidateKey } from './candidate_key.js'

/** A stored configuration as a candidate, active or not. */
export function storedCandidate(config: SmtpConfig): Candidate {
  return {
    source: config.scope === SITE_SCOPE ? 'site' : 'account',
    id: config.id,
    key: candidateKey(config),
    name: config.name,
    host: config.host,
    port: config.port,
    encryption: config.encryption,
    verifyCertificate: config.verifyCertificate,
    username: config.username,
    password: config.password,
    fromEmail: config.fromEmail,
    fromName: config.fromName,
    replyTo: config.replyTo,
    timeout: config.timeout,
    ehloName: config.ehloName,
  }
}
