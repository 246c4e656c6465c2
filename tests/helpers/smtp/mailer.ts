import app from '@adonisjs/core/services/app'
import { getActiveTest } from '@japa/runner'
import { MailManager, type Message } from '@adonisjs/mail'
import type { MailerConfig } from '@adonisjs/mail/types'
import { SmtpConfig, defineConfig } from '#smtp_admin'
import type { DatabaseTransport } from '../../../app/smtp_admin/mail/transport.js'
import { type AppServices, Services } from '../../../app/smtp_admin/services.js'
import type { SmtpAdminConfig } from '../../../app/smtp_admin/types/main.js'
import { noEvents } from '../../../app/smtp_admin/events.js'
import { CapturedLog } from '../captured_log.js'

interface MailerOptions extends SmtpAdminConfig {
  /** What config/mail.ts says besides the mailers. */
  mailConfig?: MailerConfig
  app?: Partial<AppServices>
}

/** The plugin under a config of the test's own, the mailer on top of it, and what it logged. */
export class TestMailer {
  readonly log: CapturedLog
  readonly mail: MailManager<{ smtp: () => DatabaseTransport }>
  readonly services: Services

  static async create({ mailConfig = {}, app: overrides, ...config }: MailerOptions = {}) {
    const log = new CapturedLog()
    const services = await Services.create(defineConfig(config), {
      database: await app.container.make('lucid.db'),
      logger: log.logger,
      secretBox: SmtpConfig.box,
      events: noEvents,
      mailConfig: async () => mailConfig,
      ...overrides,
    })
    // Not waited for: what is still in flight fails when its server closes.
    getActiveTest()?.cleanup(() => void services.shutdown())
    const mail = new MailManager(await app.container.make('emitter'), {
      default: 'smtp',
      mailers: { smtp: () => services.transport() },
      ...mailConfig,
    })
    return new TestMailer(log, mail, services)
  }

  private constructor(log: CapturedLog, mail: TestMailer['mail'], services: Services) {
    this.log = log
    this.mail = mail
    this.services = services
  }

  /** Sends a mail that says who it is from. */
  send(subject = 'Hello', account?: string | number) {
    return this.mail.send(
      compose(subject, (message) => message.from('app@example.com')),
      { account }
    )
  }

  /** Sends a mail that does not, unless `more` says so. */
  sendUnsigned(subject = 'Hello', more: (message: Message) => unknown = () => {}) {
    return this.mail.send(compose(subject, more))
  }
}

/** A mail to a reader, with what `more` adds. */
export function compose(subject: string, more: (message: Message) => unknown) {
  return (message: Message) => {
    message.to('reader@example.com').subject(subject).text('Good news')
    more(message)
  }
}

/** What a send was refused with; fails when it was not refused. */
export async function refusalOf(sending: Promise<unknown>): Promise<Refusal> {
  const outcome = await sending.then(
    () => null,
    (error: Refusal) => error
  )
  if (!outcome) {
    throw new Error('The mail was sent')
  }
  return outcome
}

/** An error of the plugin, with the facts of a failed delivery. */
export interface Refusal extends Error {
  code: string
  status: number
  kind: string
  command: string | null
  responseCode: number | null
}
