import MailComposer from 'nodemailer/lib/mail-composer'
import type { Envelope } from '../mail/envelope_probe.js'
import type { Candidate } from '../resolution/candidate.js'

/** The mail that a test sends when it is asked to, ready for the wire. */
export function testMessage(candidate: Candidate, { from, to }: Envelope): Promise<Buffer> {
  const { name, host, port, fromName } = candidate
  const composer = new MailComposer({
    from: { name: fromName ?? '', address: from },
    to,
    subject: `Test email through ${name}`,
    text: `This message was sent to try out the SMTP configuration "${name}" (${host}:${port}). If you can read it, the configuration works.`,
  })
  return composer.compile().build()
}
