import type { Author } from './common.js'

/** A stored configuration, as events name it. */
export interface ConfigRef {
  id: string
  name: string
  /** `site`, or `account:<id>`. */
  scope: string
}

/** A server that a message was sent through, as events name it. */
export interface ServerRef {
  source: 'account' | 'site' | 'environment'
  /** The configuration's id; `environment` for the environment's server. */
  id: string
  name: string
  host: string
  port: number
}

/** Why a server was not used for a send. */
export interface SkippedServer {
  source: ServerRef['source']
  state: 'unusable' | 'missing'
  /** The reason in English. */
  reason: string
}

/** A configuration became the active one of its scope. */
export interface ActivatedEvent {
  config: ConfigRef
  /** The configuration that it replaced. */
  previous: ConfigRef | null
  author: Author
  /** Why it was activated without a passed test. */
  reason: string | null
}

/** A scope was left without an active configuration. */
export interface DeactivatedEvent {
  config: ConfigRef
  author: Author
}

/** A configuration was added or changed. */
export interface ConfigSavedEvent {
  config: ConfigRef
  isNew: boolean
  /** The columns that changed. */
  changed: string[]
  author: Author
}

/** A configuration was deleted. */
export interface ConfigDeletedEvent {
  config: ConfigRef
  author: Author
}

/** The server in use is not the one that an administrator activated, or there is none. */
export interface FallbackEvent {
  /** The account that sends; null: the site. */
  account: string | number | null
  /** The server that is used instead; null: there is none. */
  server: ServerRef | null
  skipped: SkippedServer[]
  /** Why the database could not be read. */
  databaseError: string | null
}

/** A connection test has ended. */
export interface TestFinishedEvent {
  /** The id of the stored report; null: it was not stored. */
  runId: number | null
  /** The stored configuration; null: unsaved settings or the environment's server. */
  config: ConfigRef | null
  host: string
  port: number
  verdict: string
  ms: number
  author: Author
}

/** A server accepted a message. */
export interface SentEvent {
  messageId: string
  account: string | number | null
  server: ServerRef
  /** Milliseconds, waiting for a free connection included. */
  ms: number
}

/** A message was not sent. */
export interface SendFailedEvent {
  account: string | number | null
  /** Null: there was no server to send through. */
  server: ServerRef | null
  /** The error's code, as in `E_SMTP_DELIVERY_FAILED`. */
  code: string
  /** Nodemailer's name for the failure, as in `EAUTH`. */
  kind: string | null
  /** The SMTP command that failed. */
  command: string | null
  responseCode: number | null
  ms: number
}

/** The events on the application's emitter. No payload holds a password or the text of a message. */
export interface SmtpAdminEvents {
  'smtp_admin:activated': ActivatedEvent
  'smtp_admin:deactivated': DeactivatedEvent
  'smtp_admin:config_saved': ConfigSavedEvent
  'smtp_admin:config_deleted': ConfigDeletedEvent
  'smtp_admin:fallback': FallbackEvent
  'smtp_admin:test_finished': TestFinishedEvent
  'smtp_admin:sent': SentEvent
  'smtp_admin:send_failed': SendFailedEvent
}
