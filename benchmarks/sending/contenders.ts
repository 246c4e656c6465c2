import type { NodeMailerMessage } from '@adonisjs/mail/types'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import { createTransport } from 'nodemailer'
import type { DatabaseTransport } from '../../app/smtp_admin/mail/transport.js'

export const LOGIN = { username: 'mailer@example.com', password: 'a password for the benchmark' }

/** What is compared, in the order of the table. */
export const CONTENDERS = ['ours', 'bare pool', 'unpooled', 'stock pooled', 'stock'] as const
export type Contender = (typeof CONTENDERS)[number]

/** One way to send a message. */
export interface Sender {
  send(message: NodeMailerMessage): Promise<unknown>
  close(): unknown
}

/** Every way to send to this port, with STARTTLS and AUTH PLAIN. */
export function createSenders(
  port: number,
  transport: DatabaseTransport
): Record<Contender, Sender> {
  const server = {
    host: '127.0.0.1',
    port,
    secure: false,
    requireTLS: true,
    tls: { rejectUnauthorized: false },
  }
  const auth = { user: LOGIN.username, pass: LOGIN.password }
  const pool = { pool: true, maxConnections: 5, maxMessages: Number.POSITIVE_INFINITY } as const
  const stockAuth = { type: 'login' as const, ...auth }
  return {
    'ours': transport,
    'bare pool': bare({ ...server, ...pool, auth }),
    'unpooled': bare({ ...server, auth }),
    'stock pooled': new SMTPTransport({ ...server, ...pool, auth: stockAuth }),
    'stock': new SMTPTransport({ ...server, auth: stockAuth }),
  }
}

function bare(options: Parameters<typeof createTransport>[0]): Sender {
  const transporter = createTransport(options)
  return {
    send: (message) => transporter.sendMail(message as object),
    close: () => transporter.close(),
  }
}
