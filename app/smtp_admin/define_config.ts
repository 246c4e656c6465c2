import { configProvider } from '@adonisjs/core'
import { RuntimeException } from '@adonisjs/core/exceptions'
import string from '@adonisjs/core/helpers/string'
import type { ConfigProvider } from '@adonisjs/core/types'
import type { DatabaseTransport } from './mail/transport.js'
import { Password } from './secrets/secret_box.js'
import type {
  Duration,
  FallbackServer,
  ListColumn,
  RedactedFallback,
  ResolvedSmtpAdminConfig,
  SmtpAdminConfig,
} from './types/main.js'

const LIST_COLUMNS: ListColumn[] = ['server', 'active', 'updated']

/**
 * The options of config/smtp_admin.ts with their defaults.
 *
 * @throws RuntimeException for a prefix with a parameter, a duration that is not positive, a page without
 * rows, or an unknown column
 * @example
 * ```ts
 * // config/smtp_admin.ts
 * export default defineConfig({
 *   fallback: { host: env.get('SMTP_HOST'), from: { address: env.get('MAIL_FROM_ADDRESS') } },
 *   authorize: ({ auth }) => Boolean(auth.user?.isAdmin),
 *   sendTimeout: '30s',
 * })
 * ```
 */
export function defineConfig(config: SmtpAdminConfig): ResolvedSmtpAdminConfig {
  return {
    activation: 'warn',
    links: {},
    ...config,
    fallback: resolveFallback(config.fallback ?? {}),
    prefix: toPrefix(config.prefix ?? 'admin/smtp'),
    basePath: toPath(config.basePath ?? ''),
    sendTimeout: toSeconds('sendTimeout', config.sendTimeout ?? 60),
    databaseTimeout: toSeconds('databaseTimeout', config.databaseTimeout ?? 2),
    list: {
      columns: toColumns(config.list?.columns ?? LIST_COLUMNS),
      perPage: toPageSize(config.list?.perPage ?? 25),
    },
  }
}

/**
 * The mailer for config/mail.ts. It resolves the server anew for every message.
 *
 * @example
 * ```ts
 * // config/mail.ts
 * export default defineConfig({
 *   default: 'smtp',
 *   mailers: { smtp: databaseTransport() },
 * })
 * ```
 */
export function databaseTransport(): ConfigProvider<() => DatabaseTransport> {
  return configProvider.create(async (app) => {
    const services = await app.container.make('smtp_admin.services')
    return () => services.transport()
  })
}

/** The pages have no value for a parameter in their links. */
function toPrefix(text: string): string {
  if (/[:*]/.test(text)) {
    throw new RuntimeException(
      `The "prefix" of config/smtp_admin.ts is "${text}". It cannot have parameters (":") or wildcards ("*"): use a fixed path such as "/admin/smtp"`
    )
  }
  return toPath(text) || '/'
}

function toSeconds(option: string, duration: Duration): number {
  const seconds = parseSeconds(duration)
  if (!(seconds > 0)) {
    throw new RuntimeException(
      `The "${option}" of config/smtp_admin.ts is "${duration}". Use a number of seconds, or text such as "10s"`
    )
  }
  return seconds
}

/** NaN for text that is not a duration. */
function parseSeconds(duration: Duration): number {
  try {
    return typeof duration === 'number' ? duration : string.seconds.parse(duration)
  } catch {
    return Number.NaN
  }
}

function toPageSize(rows: number): number {
  if (!Number.isInteger(rows) || rows < 1) {
    throw new RuntimeException(
      `The "list.perPage" of config/smtp_admin.ts is ${rows}. Use a whole number of rows such as 25`
    )
  }
  return rows
}

/** In the order in which the list shows them. */
function toColumns(columns: ListColumn[]): ListColumn[] {
  const unknown = columns.find((column) => !LIST_COLUMNS.includes(column))
  if (unknown !== undefined) {
    throw new RuntimeException(
      `The "list.columns" of config/smtp_admin.ts contain "${unknown}". The columns are ${LIST_COLUMNS.join(', ')}`
    )
  }
  return LIST_COLUMNS.filter((column) => columns.includes(column))
}

/** `/a/b` however the slashes are written; an empty text stays empty. */
function toPath(text: string): string {
  const parts = text.split('/').filter(Boolean)
  return parts.map((part) => `/${part}`).join('')
}

/** Keeps the password out of logs that print the config. */
function resolveFallback({ password, timeout, ...fallback }: FallbackServer): RedactedFallback {
  const text = typeof password === 'string' ? password : password?.release()
  return {
    ...fallback,
    password: text ? new Password(text) : null,
    timeout: timeout === undefined ? undefined : parseSeconds(timeout),
  }
}
