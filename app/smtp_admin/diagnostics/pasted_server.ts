import { readPastedAddress } from '../models/pasted_address.js'
import type { Problem } from '../models/problem.js'
import type { Encryption } from '../types/main.js'

/** A server, or the domain of an e-mail address, as it was read from a text. */
export interface PastedServer {
  host: string
  port?: number
  encryption?: Encryption
  /** What was read from the text and what was left out, a sentence for each. */
  notes: string[]
}

/** Why nothing could be read, and what to enter. */
export interface UnreadServer {
  problem: Problem
}

/**
 * Reads what people paste into a field for a host, an e-mail address or a domain. What the form's host
 * field takes is taken here, and moreover several lines, and addresses with a path. Nothing that stood
 * in the text before an @ comes back.
 */
export function readPastedServer(text: string): PastedServer | UnreadServer {
  const read = readPastedAddress(text.replace(/\s+/g, ' ').trim())
  if ('problem' in read) {
    return read
  }
  const { host, port, encryption, notes } = read
  return { host, ...(port && { port }), ...(encryption && { encryption }), notes }
}
