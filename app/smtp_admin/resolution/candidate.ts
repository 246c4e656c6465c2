import type { Encryption, Password } from '../types/main.js'

/** Where a candidate comes from, in the order in which they are considered. */
export type CandidateSource = 'account' | 'site' | 'environment'

/** A server that a message may use, with everything that is needed to use it. */
export interface Candidate {
  source: CandidateSource
  /** The configuration's id; `environment` for the environment's server. */
  id: string
  /** Changes whenever the settings do: open connections belong to one key. */
  key: string
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

/** As in `Primary Mail Server (mail.example.com:587)`. */
export function describeCandidate(candidate: Candidate): string {
  return `${candidate.name} (${candidate.host}:${candidate.port})`
}
