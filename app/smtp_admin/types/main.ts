import type { HttpContext } from '@adonisjs/core/http'
import type { NodeMailerMessage } from '@adonisjs/mail/types'

/**
 * How a connection is encrypted: not at all, after STARTTLS (RFC 3207) which is then required, or
 * TLS from the first byte (RFC 8314).
 */
export type Encryption = 'none' | 'starttls' | 'tls'

/** What somebody may do on the pages. Testing is a power of its own: it makes the server connect. */
export type Ability = 'view' | 'add' | 'change' | 'delete' | 'activate' | 'test'

/**
 * What people may make active on the pages and by commands. `warn`: anything, and what is not known
 * to work is said; `require-test`: what has passed a test as it is now, else only with a reason.
 */
export type ActivationPolicy = 'warn' | 'require-test'

/** Where a change came from. */
export type ChangeSource = 'admin' | 'api' | 'command' | 'code' | 'automatic'

/** What the list may show of a configuration besides its status and its name. */
export type ListColumn = 'server' | 'active' | 'updated'

/** Who made a change, from where: kept in the history. */
export interface Author {
  id: string | null
  label: string | null
  source: ChangeSource
  ip: string | null
}

/** Somebody who uses the pages: `label` is what the history shows. */
export interface Actor {
  id: string | number
  label: string
}

/** Nobody is an answer too, as `auth.user && { … }` gives it. */
type MaybeActor = Actor | null | undefined

type MaybeAccount = string | number | null | undefined

/** A value that shows itself as `[redacted]` wherever it is printed, until `release()` is called. */
export interface Redacted {
  release(): string
}

/** A password that may or may not open. */
export interface Password extends Redacted {
  isReadable(): boolean
}

/**
 * The environment's mail server, as config/smtp_admin.ts passes it on. `timeout` is in seconds; the
 * password may be a `Secret`.
 */
export interface FallbackServer {
  host?: string
  port?: number
  username?: string
  password?: string | Redacted
  useTls?: boolean
  useSsl?: boolean
  timeout?: number
  fromAddress?: string
  fromName?: string
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

  /** Whether this request may do this. Without it every page answers 403. */
  authorize?: (ctx: HttpContext, ability: Ability) => boolean | Promise<boolean>

  /** Who is making this request, for the history. */
  actor?: (ctx: HttpContext) => MaybeActor | Promise<MaybeActor>

  /**
   * The account that a message belongs to, for sends without an `account`. Null: the site.
   */
  resolveAccount?: (message: NodeMailerMessage) => MaybeAccount | Promise<MaybeAccount>

  /** The Lucid connection that has the tables. Default: the app's own default connection. */
  connection?: string

  /** Whether a configuration needs a passed test before people make it active. Default: `warn`. */
  activation?: ActivationPolicy

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

  /** Seconds that one send may take as a whole, waiting for a free connection included. Default: 60. */
  deadline?: number

  /** Seconds that reading the configurations may take before the last known ones are used. Default: 2. */
  databaseTimeout?: number

  /** Configurations on one page of the list. Default: 25. */
  perPage?: number

  /** What the list shows besides status and name. Default: all. */
  columns?: ListColumn[]
}

/** The environment's mail server with its password out of sight. */
export type RedactedFallback = Omit<FallbackServer, 'password'> & { password: Password | null }

/** The same, with every default filled in. */
export type ResolvedSmtpAdminConfig = Omit<SmtpAdminConfig, 'fallback'> &
  Required<
    Pick<
      SmtpAdminConfig,
      | 'activation'
      | 'prefix'
      | 'basePath'
      | 'links'
      | 'deadline'
      | 'databaseTimeout'
      | 'perPage'
      | 'columns'
    >
  > & {
    fallback: RedactedFallback
  }
