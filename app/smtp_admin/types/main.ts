import type { HttpContext } from '@adonisjs/core/http'
import type { NodeMailerMessage } from '@adonisjs/mail/types'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { Secret } from '@adonisjs/core/helpers'
import type { Password } from '../secrets/secret_box.js'
import type { Ability, ActivationPolicy, Encryption } from './common.js'

export type * from './common.js'

/** What the list may show of a configuration besides its status and its name. */
export type ListColumn = 'server' | 'active' | 'updated'

/** Somebody who uses the pages: `label` is what the history shows. */
export interface Actor {
  id: string | number
  label: string
}

/** Nobody is an answer too, as `auth.user && { … }` gives it. */
type MaybeActor = Actor | null | undefined

type MaybeAccount = string | number | null | undefined

/** Why something is refused; nothing: it is not. */
type MaybeRefusal = string | null | undefined | void

/** Seconds, or text such as `'10s'` or `'2 minutes'`. */
export type Duration = number | string

/** The default mail server, which config/smtp_admin.ts reads from the environment. */
export interface FallbackServer {
  host?: string
  port?: number
  username?: string
  password?: string | Secret<string>
  /** STARTTLS, which is then required. */
  useTls?: boolean
  /** TLS from the first byte. */
  useSsl?: boolean
  /** For each reply of the server. */
  timeout?: Duration
  /** The sender of messages that have none. */
  from?: { address?: string; name?: string }
}

/** The configuration list. */
export interface ListSettings {
  /** The columns besides status and name. Default: all. */
  columns?: ListColumn[]
  /** Rows on one page. Default: 25. */
  perPage?: number
}

/** The settings of a server of the app's own, such as a company relay, to choose in the form. */
export interface CustomPreset {
  /** Unique, of lower-case letters, digits and hyphens. */
  id: string
  name: string
  host: string
  port: number
  encryption: Encryption
  /** The username that everyone uses. */
  username?: string
  /** What to enter, as in `your staff number`. */
  usernameHint?: string
  passwordHint?: string
  /** What has to be set up first, in a sentence. */
  needs?: string
  /** A page with instructions. */
  docs?: string
  /** The domains of addresses that are sent through this server. */
  domains?: string[]
  /** The suffixes of the MX hosts of these domains. */
  mx?: string[]
  otherHosts?: string[]
  /** An SPF record must include one of these. */
  spf?: string[]
}

/** The options of config/smtp_admin.ts. */
export interface SmtpAdminConfig {
  /** The server to use when no configuration in the database can be. */
  fallback?: FallbackServer

  /**
   * Whether this request has an ability. Without it every page answers 403.
   *
   * @param config the configuration that the request is about, if it is about one
   * @example
   * authorize: ({ auth }, ability) => ability === 'view' || Boolean(auth.user?.isAdmin)
   */
  authorize?: (
    ctx: HttpContext,
    ability: Ability,
    config?: SmtpConfig
  ) => boolean | Promise<boolean>

  /**
   * The user who makes a request, for the history.
   *
   * @example
   * actor: ({ auth }) => (auth.user ? { id: auth.user.id, label: auth.user.email } : null)
   */
  actor?: (ctx: HttpContext) => MaybeActor | Promise<MaybeActor>

  /**
   * The account that a message belongs to, for sends without an `account`. Null: the site.
   *
   * @example
   * resolveAccount: () => HttpContext.get()?.auth.user?.id ?? null
   */
  resolveAccount?: (message: NodeMailerMessage) => MaybeAccount | Promise<MaybeAccount>

  /** The Lucid connection that has the tables. Default: the app's own default connection. */
  connection?: string

  /** Whether a configuration needs a passed test before people make it active. Default: `warn`. */
  activation?: ActivationPolicy

  /**
   * Refuses an activation by a person, on the pages or by a command: with a message that it returns or an
   * error that it throws. Activations by your code are not affected.
   *
   * @example
   * beforeActivate: (config) =>
   *   config.host.endsWith('.example.com') ? null : 'Only servers of example.com may be used.'
   */
  beforeActivate?: (config: SmtpConfig) => MaybeRefusal | Promise<MaybeRefusal>

  /** Where the pages are mounted. Default: `/admin/smtp`. */
  prefix?: string

  /** The path under which a proxy serves the app, where it takes that path off the requests. */
  basePath?: string

  /**
   * A component of the app, as in `layouts/admin`, that the pages are put into instead of a page of
   * their own.
   */
  layout?: string

  /**
   * The time zone of whoever makes a request, as in `Europe/Berlin`, where the app knows it. Default:
   * that of their browser.
   */
  timeZone?: (ctx: HttpContext) => string | null | undefined

  /**
   * Which strangers may be asked for the settings of a domain: Mozilla's database of providers, the
   * domain's own web server, DNS, servers that may be there. Default: all; `false`: none.
   */
  discovery?: { ispdb?: boolean; autoconfig?: boolean; dns?: boolean; probe?: boolean } | false

  /**
   * Presets of the app's own, offered before those of known providers.
   *
   * @example
   * presets: [
   *   { id: 'relay', name: 'Company relay', host: 'relay.example.com', port: 587, encryption: 'starttls' },
   * ]
   */
  presets?: CustomPreset[]

  /** Links of the host shown in the pages' header; `logout` is a POST form. */
  links?: { site?: string; logout?: string }

  /** The limit for one send, waiting for a free connection included. Default: 60 seconds. */
  sendTimeout?: Duration

  /**
   * The limit for reading the configurations. After it, the configurations that were read last are used.
   * Default: 2 seconds.
   */
  databaseTimeout?: Duration

  /** The configuration list. */
  list?: ListSettings
}

/** The default mail server. Its password prints as `[redacted]`. */
export type RedactedFallback = Omit<FallbackServer, 'password' | 'timeout'> & {
  password: Password | null
  /** Seconds. */
  timeout?: number
}

/** The options with their defaults. Durations are in seconds. */
export interface ResolvedSmtpAdminConfig extends Omit<SmtpAdminConfig, 'fallback'> {
  fallback: RedactedFallback
  activation: ActivationPolicy
  prefix: string
  basePath: string
  links: { site?: string; logout?: string }
  sendTimeout: number
  databaseTimeout: number
  list: Required<ListSettings>
}
