import { toEncryption } from '../models/encryption.js'
import { SITE_SCOPE } from '../models/scope.js'
import {
  FIELDS,
  type FieldValues,
  SENDING_FIELDS,
  type SendingField,
  hashSettings,
} from '../models/config_fields.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { ServerRef } from '../types/events.js'
import type { Password } from '../secrets/secret_box.js'
import type { Encryption } from '../types/main.js'

/** Where a candidate comes from, in the order in which they are considered. */
export type CandidateSource = ServerRef['source']

/** The values of a row by attribute; the database may return booleans as numbers. */
type StoredServer = Pick<FieldValues, SendingField> & { id: string; revision: number }

/** The fields that are not the same in a candidate as in a row. */
type ConvertedField = 'scope' | 'useTls' | 'useSsl' | 'verifyCertificate' | 'password'

/** A server that a message may use, with everything that is needed to use it. */
export interface Candidate extends Omit<StoredServer, ConvertedField> {
  source: CandidateSource
  /** The configuration's id; `environment` for the environment's server. */
  id: string
  /** Incremented by every change of the row; 0 for the environment's server. */
  revision: number
  /** Identifies the settings of its connections: 64 hexadecimal digits, or empty for the environment. */
  settingsHash: string
  encryption: Encryption
  verifyCertificate: boolean
  password: Password | null
}

/** A row as it is read for a send, with the password as it is stored. */
export type CandidateRow = StoredServer

/** The column of each value that a send needs. */
export const CANDIDATE_COLUMNS = {
  id: 'id',
  ...Object.fromEntries(SENDING_FIELDS.map((name) => [name, FIELDS[name].column])),
  revision: 'revision',
} as Record<keyof CandidateRow, string>

const CONVERTED: readonly string[] = ['scope', 'useTls', 'useSsl', 'verifyCertificate', 'password']
const SAME_FIELDS = SENDING_FIELDS.filter(
  (name): name is Exclude<SendingField, ConvertedField> => !CONVERTED.includes(name)
)

/**
 * A stored row as a candidate.
 *
 * @param sealedPassword the password as it is stored
 * @param password the same password, for use
 */
export function toCandidate(
  row: Omit<StoredServer, 'password'>,
  sealedPassword: string | null,
  password: Password | null
): Candidate {
  return {
    ...pickSending(row),
    source: row.scope === SITE_SCOPE ? 'site' : 'account',
    id: row.id,
    revision: row.revision,
    settingsHash: hashSettings(row, sealedPassword),
    encryption: toEncryption(row),
    verifyCertificate: Boolean(row.verifyCertificate),
    password,
  }
}

/** Not by spreading: the accessors of a model are not its own properties. */
function pickSending(row: Omit<StoredServer, 'password'>): Omit<StoredServer, ConvertedField> {
  const entries = SAME_FIELDS.map((name) => [name, row[name]])
  return Object.fromEntries(entries)
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
