import { MailResponse } from '@adonisjs/mail'
import type {
  MailTransportContract,
  MailerConfig,
  NodeMailerMessage,
  ResponseEnvelope,
} from '@adonisjs/mail/types'
import type { SMTPPoolSentMessageInfo, SendMailOptions } from 'nodemailer'
import { E_NO_SMTP_SERVER } from '../errors.js'
import type { Candidate } from '../resolution/candidate.js'
import type { FallbackLog } from '../resolution/resolution_logger.js'
import type { Resolver } from '../resolution/resolver.js'
import type { ConnectionPools } from './connection_pools.js'
import { maskPassword } from '../secrets/redactor.js'
import { describeFailure } from './delivery_error.js'
import { withSender } from './sender.js'
import type { Underway } from './in_flight.js'

/** The second argument of `mail.use('smtp').send(message, options)`. */
export interface SendOptions {
  /** The account that sends: its own active configuration goes before the site's. */
  account?: string | number
}

/** What a transport needs of the rest of the plugin. */
export interface TransportParts {
  resolver: Resolver
  pools: ConnectionPools
  underway: Underway
  fallbackLog: FallbackLog
  /** Seconds for one send as a whole. */
  deadline: number
  mailConfig: () => Promise<Pick<MailerConfig, 'from' | 'replyTo'>>
}

/** What became of a message that a server took. */
export type Sent = MailResponse<SMTPPoolSentMessageInfo>

/** Sends each message through the server that is in effect at that moment. */
export class DatabaseTransport implements MailTransportContract {
  #parts: TransportParts

  constructor(parts: TransportParts) {
    this.#parts = parts
  }

  /**
   * @throws E_NO_SMTP_SERVER, E_NO_SENDER, E_SMTP_DELIVERY_FAILED
   */
  send(message: NodeMailerMessage, options: SendOptions = {}): Promise<Sent> {
    return this.#parts.underway.add(this.#send(message, options))
  }

  /**
   * Sends through this very server, in effect or not.
   *
   * @param signal ends the attempt, however the server behaves
   * @throws E_NO_SENDER, E_SMTP_DELIVERY_FAILED
   */
  async sendThrough(
    candidate: Candidate,
    message: NodeMailerMessage,
    signal = AbortSignal.timeout(this.#parts.deadline * 1000)
  ): Promise<Sent> {
    const { resolver, pools, mailConfig } = this.#parts
    const sent = withSender(message, candidate, {
      environment: resolver.environment,
      mailConfig: await mailConfig(),
    })
    try {
      const info = await pools.send(candidate, { ...sent, signal } as SendMailOptions)
      const response = maskPassword(info.response, candidate.username, candidate.password)
      const original = { ...info, response }
      return new MailResponse(info.messageId, info.envelope as ResponseEnvelope, original)
    } catch (error) {
      throw describeFailure(error, candidate)
    }
  }

  /** Closes the open connections; what is underway finishes first. */
  async close(): Promise<void> {
    await this.#parts.underway.settled()
    await this.#parts.pools.close()
  }

  async #send(message: NodeMailerMessage, options: SendOptions): Promise<Sent> {
    const { resolver, fallbackLog, deadline } = this.#parts
    const signal = AbortSignal.timeout(deadline * 1000)

    const resolution = await resolver.resolve(options.account)
    fallbackLog.report(resolution, options.account)
    const [candidate] = resolution.candidates
    if (!candidate) {
      throw new E_NO_SMTP_SERVER([resolution.steps.map((step) => step.sentence).join(' ')])
    }
    return this.sendThrough(candidate, message, signal)
  }
}
