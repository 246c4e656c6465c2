import { toEncryption } from '../models/encryption.js'
import { SITE_SCOPE } from '../models/scope.js'
import { hashSettings } from '../models/config_fields.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { ServerRef } from '../types/events.js'
import type { Password } from '../secrets/secret_box.js'
import type { Encryption } from '../types/main.js'

/** Where a candidate comes from, in the order in which they are considered. */
export type CandidateSource = ServerRef['source']

/** A server that a message may use, with everything that is needed to use it. */
export interface Candidate {
  source: CandidateSource
  /** The configuration's id; `environment` for the environment's server. */
  id: string
  /** Incremented by every change of the row; 0 for the environment's server. */
  revision: number
  /** Identifies the settings of its connections: 64 hexadecimal digits, or empty for the environment. */
  settingsHash: string
  name: string
  host: string
  port: number
  encryption: Encryption
  verifyCertificate: boolean
  username: string | null
  password: Password | null
  fromEmail: string | null
  fromName: string | null
  replyTo: string | null
  /** Seconds, for each step of the dialogue. */
  timeout: number
  ehloName: string | null
}

/** The values of a row, by attribute; the database may return booleans as numbers. */
interface StoredServer {
  id: string
  scope: string
  name: string
  host: string
  port: number
  useTls: boolean
  useSsl: boolean
  username: string | null
  fromEmail: string | null
  fromName: string | null
  replyTo: string | null
  timeout: number
  verifyCertificate: boolean
  ehloName: string | null
  revision: number
}

/** A row as it is read for a send. */
export interface CandidateRow extends StoredServer {
  /** The password as it is stored. */
  password: string | null
}

/** The column of each value that a send needs. */
export const CANDIDATE_COLUMNS: Record<keyof CandidateRow, string> = {
  id: 'id',
  scope: 'scope',
  name: 'name',
  host: 'host',
  port: 'port',
  useTls: 'use_tls',
  useSsl: 'use_ssl',
  username: 'username',
  password: 'password',
  fromEmail: 'from_email',
  fromName: 'from_name',
  replyTo: 'reply_to',
  timeout: 'timeout',
  verifyCertificate: 'verify_certificate',
  ehloName: 'ehlo_name',
  revision: 'revision',
}

/**
 * A stored row as a candidate.
 *
 * @param sealedPassword the password as it is stored
 * @param password the same password, for use
 */
export function toCandidate(
  row: StoredServer,
  sealedPassword: string | null,
  password: Password | null
): Candidate {
  const verifyCertificate = Boolean(row.verifyCertificate)
  const encryption = toEncryption(row)
  return {
    source: row.scope === SITE_SCOPE ? 'site' : 'account',
    id: row.id,
    revision: row.revision,
    settingsHash: hashSettings(row, sealedPassword),
    name: row.name,
    host: row.host,
    port: row.port,
    encryption,
    verifyCertificate,
    username: row.username,
    password,
    fromEmail: row.fromEmail,
    fromName: row.fromName,
    replyTo: row.replyTo,
    timeout: row.timeout,
    ehloName: row.ehloName,
  }
}

/** A stored configuration as a candidate, active or not. */
export function configCandidate(config: SmtpConfig): Candidate {
  return toCandidate(config, config.sealedPassword, config.password)
}

/** As in `Primary Mail Server (mail.example.com:587)`. */
export function describeCandidate(candidate: Pick<Candidate, 'name' | 'host' | 'port'>): string {
  return `${candidate.name} (${candidate.host}:${candidate.port})`
}

/** A candidate as events name it. */
export function toServerRef({ source, id, name, host, port }: Candidate): ServerRef {
  return { source, id, name, host, port }
}
