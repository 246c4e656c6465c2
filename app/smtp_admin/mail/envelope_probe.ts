import { domainToASCII } from 'node:url'
import type {
  SMTPConnectionCustomAuthContext,
  SMTPConnectionCustomAuthResponse,
} from 'nodemailer/lib/smtp-connection'
import type { ConnectionEvent } from './observed_connection.js'

/** Between whom a message would go. */
export interface Envelope {
  from: string
  to: string
}

/**
 * The name under which nodemailer runs `probeEnvelope`: a login method of one's own is its way of
 * letting somebody else speak on a connection.
 */
export const ENVELOPE_METHOD = 'X-ENVELOPE-TRIAL'

/**
 * The addresses as they stand in a command: domains in ASCII, as mail is sent.
 *
 * @throws an error like nodemailer's for one that would be more than an address
 */
export function encodeEnvelope({ from, to }: Envelope): Envelope {
  return { from: wireAddress(from, 'MAIL FROM'), to: wireAddress(to, 'RCPT TO') }
}

function wireAddress(address: string, command: string): string {
  if (/[\p{Cc}<>\s]/u.test(address)) {
    const error = new Error('this is not an e-mail address')
    throw Object.assign(error, { code: 'EENVELOPE', command })
  }
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at)
  return address.slice(0, at) + (domainToASCII(domain) || domain)
}

/**
 * MAIL FROM and RCPT TO, and RSET so that nothing comes of it (RFC 5321 section 4.1.1.5).
 *
 * @returns an error like nodemailer's that names the command which was refused, or null
 */
export async function probeEnvelope(
  { auth, extensions, sendCommand }: SMTPConnectionCustomAuthContext,
  tell: (event: ConnectionEvent) => void
): Promise<Error | null> {
  const { from, to } = auth as unknown as Envelope
  const isInternational = /\P{ASCII}/u.test(from + to) && extensions.includes('SMTPUTF8')
  const steps = [
    ['MAIL FROM', from, isInternational ? ' SMTPUTF8' : ''],
    ['RCPT TO', to, ''],
  ] as const

  const say = (command: string, rest = '') => {
    tell({ type: 'said', by: 'client', text: command + rest, command })
    return sendCommand(command + rest)
  }
  for (const [command, address, parameters] of steps) {
    const answer = await say(command, `:<${address}>${parameters}`)
    if (answer.status < 200 || answer.status > 299) {
      return refusal(command, answer)
    }
    tell({ type: 'accepted', command })
  }
  await say('RSET')
  return null
}

function refusal(command: string, { response, status }: SMTPConnectionCustomAuthResponse) {
  const facts = { code: 'EENVELOPE', command, response, responseCode: status }
  return Object.assign(new Error(`${command} was refused: ${response}`), facts)
}
