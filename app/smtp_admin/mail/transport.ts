import { MailResponse } from '@adonisjs/mail'
import type {
  MailTransportContract,
  MailerConfig,
  NodeMailerMessage,
  ResponseEnvelope,
} from '@adonisjs/mail/types'
import type { SMTPPoolSentMessageInfo, SendMailOptions } from 'nodemailer'
import { E_NO_SMTP_SERVER } from '../errors.js'
import type { Events } from '../events.js'
import { type Candidate, toServerRef } from '../resolution/candidate.js'
import { type ResolutionLogger, formatSteps } from '../resolution/resolution_logger.js'
import type { Resolver } from '../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../types/main.js'
import type { ConnectionPool, ConnectionPools } from './connection_pool.js'
import { type DeliveryFailure, toDeliveryError } from './delivery_error.js'
import { SendTimeouts } from './send_timeouts.js'
import { withSender } from './sender.js'

/** The second argument of `mail.use('smtp').send(message, options)`. */
export interface SendOptions {
  /** The account that sends: its own active configuration goes before the site's. */
  account?: string | number
}

/** What a transport needs. */
export interface TransportServices {
  config: Pick<ResolvedSmtpAdminConfig, 'resolveAccount' | 'sendTimeout'>
  resolver: Resolver
  pools: ConnectionPools
  resolutionLogger: ResolutionLogger
  events: Events
  mailConfig: () => Promise<Pick<MailerConfig, 'from' | 'replyTo'>>
}

/** The response to a message that a server accepted. */
export type SentMessage = MailResponse<SMTPPoolSentMessageInfo>

/** A send and what is known of it so far. */
interface Send {
  account: string | number | null
  candidate: Candidate | null
  startedAt: number
}

/** Sends each message through the server that is selected at that moment. */
export class DatabaseTransport implements MailTransportContract {
  #services: TransportServices
  #timeouts: SendTimeouts

  constructor(services: TransportServices) {
    this.#services = services
    this.#timeouts = new SendTimeouts(services.config.sendTimeout)
  }

  /**
   * @throws E_NO_SMTP_SERVER, E_NO_SENDER, E_SMTP_DELIVERY_FAILED, E_INVALID_SMTP_ACCOUNT
   */
  send(message: NodeMailerMessage, options: SendOptions = {}): Promise<SentMessage> {
    return this.#services.pools.track(this.#send(message, options))
  }

  /** Closes the open connections when the messages in flight have settled. */
  async close(): Promise<void> {
    await this.#services.pools.close()
  }

  async #send(message: NodeMailerMessage, options: SendOptions): Promise<SentMessage> {
    const send: Send = { account: null, candidate: null, startedAt: performance.now() }
    try {
      const sent = await this.#timeouts.run((signal) => {
        return this.#resolveAndSend(send, message, options, signal)
      })
      this.#emitSent(send, sent.messageId)
      return sent
    } catch (error) {
      this.#emitFailed(send, error)
      throw error
    }
  }

  async #resolveAndSend(
    send: Send,
    message: NodeMailerMessage,
    options: SendOptions,
    signal: AbortSignal
  ): Promise<SentMessage> {
    const { config, resolver, resolutionLogger, pools } = this.#services
    const account = options.account ?? (await config.resolveAccount?.(message)) ?? undefined
    send.account = account ?? null
    const resolution = await resolver.resolve(account)
    resolutionLogger.report(resolution, account)
    const [candidate] = resolution.candidates
    if (!candidate) {
      throw new E_NO_SMTP_SERVER([formatSteps(resolution.steps)])
    }
    send.candidate = candidate
    const defaults = {
      environment: resolver.environment,
      mailConfig: await this.#services.mailConfig(),
    }
    const signed = withSender(message, candidate, defaults)
    return pools.use(candidate, (pool) => deliver(pool, { ...signed, signal } as SendMailOptions))
  }

  #emitSent({ account, candidate, startedAt }: Send, messageId: string) {
    this.#services.events.emit('smtp_admin:sent', {
      messageId,
      account,
      server: toServerRef(candidate!),
      ms: performance.now() - startedAt,
    })
  }

  #emitFailed({ account, candidate, startedAt }: Send, error: unknown) {
    const { code, kind, command, responseCode } = error as Partial<DeliveryFailure> & {
      code?: string
    }
    this.#services.events.emit('smtp_admin:send_failed', {
      account,
      server: candidate && toServerRef(candidate),
      code: code ?? 'E_UNKNOWN',
      kind: kind ?? null,
      command: command ?? null,
      responseCode: responseCode ?? null,
      ms: performance.now() - startedAt,
    })
  }
}

async function deliver(pool: ConnectionPool, message: SendMailOptions): Promise<SentMessage> {
  try {
    const info = await pool.send(message)
    const original = { ...info, response: pool.redactor.redact(info.response) }
    return new MailResponse(info.messageId, info.envelope as ResponseEnvelope, original)
  } catch (error) {
    throw toDeliveryError(error, pool.candidate, pool.redactor)
  }
}
