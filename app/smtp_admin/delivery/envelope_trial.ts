import type {
  SMTPConnectionCustomAuthContext,
  SMTPConnectionCustomAuthResponse,
} from 'nodemailer/lib/smtp-connection'
import type { ConnectionEvent } from './recorded_connection.js'

/** Between whom a message would go. */
export interface Envelope {
  from: string
  to: string
}

/**
 * The name under which nodemailer runs `tryEnvelope`: a login method of one's own is its way of
 * letting somebody else speak on a connection.
 */
export const ENVELOPE_METHOD = 'X-ENVELOPE-TRIAL'

/**
 * MAIL FROM and RCPT TO, and RSET so that nothing comes of it (RFC 5321 section 4.1.1.5).
 *
 * @returns an error like nodemailer's that names the command which was refused, or null
 */
export async function tryEnvelope(
  { auth, sendCommand }: SMTPConnectionCustomAuthContext,
  tell: (event: ConnectionEvent) => void
): Promise<Error | null> {
  const { from, to } = auth as unknown as Envelope
  const steps = [
    ['MAIL FROM', from],
    ['RCPT TO', to],
  ] as const

  const say = (text: string) => {
    tell({ type: 'said', by: 'client', text })
    return sendCommand(text)
  }
  for (const [command, address] of steps) {
    const answer = await say(`${command}:<${address}>`)
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
