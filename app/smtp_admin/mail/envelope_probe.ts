import { domainToASCII } from 'node:url'
import type {
  SMTPConnectionCustomAuthContext,
  SMTPConnectionCustomAuthResponse,
} from 'nodemailer/lib/smtp-connection'
import type { EmitConnectionEvent } from './connection_events.js'

/** The sender and the recipient of a message. */
export interface Envelope {
  from: string
  to: string
}

/**
 * The name under which nodemailer runs `probeEnvelope`: a custom login method is its only way to send
 * other commands on a connection.
 */
export const ENVELOPE_METHOD = 'X-ENVELOPE-TRIAL'

/**
 * The addresses as commands contain them, with domains in ASCII.
 *
 * @throws an error like nodemailer's for a text that is not a single address
 */
export function encodeEnvelope({ from, to }: Envelope): Envelope {
  return { from: encodeAddress(from, 'MAIL FROM'), to: encodeAddress(to, 'RCPT TO') }
}

function encodeAddress(address: string, command: string): string {
  if (/[\p{Cc}<>\s]/u.test(address)) {
    const error = new Error('this is not an email address')
    throw Object.assign(error, { code: 'EENVELOPE', command })
  }
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at)
  return address.slice(0, at) + (domainToASCII(domain) || domain)
}

/**
 * MAIL FROM and RCPT TO, then RSET, which discards the message (RFC 5321 section 4.1.1.5).
 *
 * @returns an error like nodemailer's for the command that was refused; null: both were accepted
 */
export async function probeEnvelope(
  { auth, extensions, sendCommand }: SMTPConnectionCustomAuthContext,
  emit: EmitConnectionEvent
): Promise<Error | null> {
  const { from, to } = auth as unknown as Envelope
  const isInternational = /\P{ASCII}/u.test(from + to) && extensions.includes('SMTPUTF8')
  const steps = [
    ['MAIL FROM', from, isInternational ? ' SMTPUTF8' : ''],
    ['RCPT TO', to, ''],
  ] as const

  const send = (command: string, rest = '') => {
    emit({ type: 'said', by: 'client', text: command + rest, command })
    return sendCommand(command + rest)
  }
  for (const [command, address, parameters] of steps) {
    const reply = await send(command, `:<${address}>${parameters}`)
    if (reply.status < 200 || reply.status > 299) {
      return toError(command, reply)
    }
    emit({ type: 'accepted', command })
  }
  await send('RSET')
  return null
}

function toError(command: string, { response, status }: SMTPConnectionCustomAuthResponse) {
  const details = { code: 'EENVELOPE', command, response, responseCode: status }
  return Object.assign(new Error(`${command} was refused: ${response}`), details)
}
