import type { Candidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { Password } from '../../../app/smtp_admin/secrets/secret_box.js'
import { KNOWN_SECRET } from '../db/configs.js'

/** A server that a message may use, without asking a database. */
export function candidateOf(overrides: Partial<Candidate> = {}): Candidate {
  return {
    source: 'site',
    id: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a10',
    revision: 1,
    settingsHash: '0'.repeat(64),
    name: 'Primary Mail Server',
    host: 'mail.example.com',
    port: 587,
    encryption: 'starttls',
    verifyCertificate: true,
    username: null,
    password: null,
    fromEmail: null,
    fromName: null,
    replyTo: null,
    timeout: 10,
    ehloName: null,
    ...overrides,
  }
}

/** The same with a login whose password is the known secret. */
export function candidateWithLogin(overrides: Partial<Candidate> = {}): Candidate {
  const password = new Password(KNOWN_SECRET)
  return candidateOf({ username: 'mailer@example.com', password, ...overrides })
}
