import { buffer } from 'node:stream/consumers'
import PostalMime, { type Address } from 'postal-mime'
import {
  SMTPServer,
  type SMTPServerAuthentication,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server'
import type { Encryption } from '../../../app/smtp_admin/types/main.js'
import { type Certificate, validCertificate } from './certificates.js'
import { LocalServer } from './local_server.js'

export interface SmtpServerOptions {
  /** Default: none. With STARTTLS the server takes no mail before it. */
  encryption?: Encryption
  /** Default: one that the authority of the tests has signed for this machine. */
  certificate?: Certificate
  /** Who may send; without it there is no login. */
  login?: { username: string; password: string }
  /** Default: both. */
  loginMethods?: ('PLAIN' | 'LOGIN')[]
}

/** A mail as it arrived. */
export interface ReceivedMail {
  from: { address: string; name: string }
  to: string[]
  replyTo: string[]
  subject: string
  text: string
  envelope: { from: string; to: string[] }
  /** Who was logged in, or null. */
  user: string | null
  isEncrypted: boolean
}

/** A real SMTP server. */
export class SmtpServer extends LocalServer {
  readonly mails: ReceivedMail[] = []
  readonly logins: SMTPServerAuthentication[] = []
  #smtp: SMTPServer
  #options: SmtpServerOptions

  static async start(options: SmtpServerOptions = {}): Promise<SmtpServer> {
    const { encryption = 'none', login, loginMethods = ['PLAIN', 'LOGIN'] } = options
    const certificate = encryption === 'none' ? {} : await certificateOf(options)
    const smtp = new SMTPServer({
      ...certificate,
      secure: encryption === 'tls',
      hideSTARTTLS: encryption !== 'starttls',
      disabledCommands: login ? [] : ['AUTH'],
      authMethods: loginMethods,
      allowInsecureAuth: encryption === 'none',
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 1,
      onAuth: (auth, _, done) => server.#checkLogin(auth, done),
      onData: (stream, session, done) => void server.#receive(stream, session).then(() => done()),
    })
    smtp.on('error', () => {})
    const server = new SmtpServer(smtp, options)
    return server.listen()
  }

  private constructor(smtp: SMTPServer, options: SmtpServerOptions) {
    super(smtp.server)
    this.#smtp = smtp
    this.#options = options
  }

  /** Resolves with all mails as soon as there are this many. */
  async received(count: number): Promise<ReceivedMail[]> {
    await this.until(() => this.mails.length >= count, `mail ${count} arrives`)
    return this.mails
  }

  /** Left to the server itself: a socket destroyed below its TLS layer brings Node down. */
  override hangUp() {
    this.#smtp.close()
  }

  #checkLogin(
    auth: SMTPServerAuthentication,
    done: (error: Error | null, answer?: { user: string }) => void
  ) {
    const { username, password } = this.#options.login!
    this.logins.push(auth)
    const isRight = auth.username === username && auth.password === password
    done(isRight ? null : new Error('Invalid username or password'), { user: username })
  }

  async #receive(stream: SMTPServerDataStream, session: SMTPServerSession) {
    const mail = await PostalMime.parse(await buffer(stream))
    const { mailFrom, rcptTo } = session.envelope
    this.mails.push({
      from: { address: mail.from?.address ?? '', name: mail.from?.name ?? '' },
      to: addresses(mail.to),
      replyTo: addresses(mail.replyTo),
      subject: mail.subject ?? '',
      text: mail.text?.trim() ?? '',
      envelope: {
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
      },
      user: session.user || null,
      isEncrypted: session.secure,
    })
    this.changed()
  }
}

function certificateOf({ certificate }: SmtpServerOptions) {
  return certificate ?? validCertificate()
}

function addresses(list: Address[] | undefined): string[] {
  return (list ?? []).map(({ address }) => address ?? '')
}
