import { RuntimeException } from '@adonisjs/core/exceptions'
import { PlainPassword } from './secrets/plain_password.js'
import type {
  FallbackServer,
  ListColumn,
  RedactedFallback,
  ResolvedSmtpAdminConfig,
  SmtpAdminConfig,
} from './types/main.js'

const LIST_COLUMNS: ListColumn[] = ['server', 'active', 'updated']

/**
 * The options of config/smtp_admin.ts with their defaults.
 * @throws when the prefix is not the same for every request, a page would have no rows, or a
 * column is none
 */
export function defineConfig(config: SmtpAdminConfig): ResolvedSmtpAdminConfig {
  return {
    activation: 'warn',
    deadline: 60,
    databaseTimeout: 2,
    links: {},
    ...config,
    fallback: redactPassword(config.fallback ?? {}),
    prefix: asPrefix(config.prefix ?? 'admin/smtp'),
    basePath: asPath(config.basePath ?? ''),
    perPage: asPageSize(config.perPage ?? 25),
    columns: asColumns(config.columns ?? LIST_COLUMNS),
  }
}

/** Nothing would give the links of the pages a value for a parameter. */
function asPrefix(text: string): string {
  if (/[:*]/.test(text)) {
    throw new RuntimeException(
      `The "prefix" of config/smtp_admin.ts is "${text}", and may have no parameter (":") and no wildcard ("*"): give the pages a path of their own, as in "/admin/smtp"`
    )
  }
  return asPath(text) || '/'
}

function asPageSize(rows: number): number {
  if (!Number.isInteger(rows) || rows < 1) {
    throw new RuntimeException(
      `The "perPage" of config/smtp_admin.ts is ${rows}: give a whole number of configurations, as in 25`
    )
  }
  return rows
}

/** In the order of the list, however they were written. */
function asColumns(columns: ListColumn[]): ListColumn[] {
  const unknown = columns.find((column) => !LIST_COLUMNS.includes(column))
  if (unknown !== undefined) {
    throw new RuntimeException(
      `The "columns" of config/smtp_admin.ts name "${unknown}": there are ${LIST_COLUMNS.join(', ')}`
    )
  }
  return LIST_COLUMNS.filter((column) => columns.includes(column))
}

/** `/a/b`, however its slashes were written; nothing for nothing. */
function asPath(text: string): string {
  const parts = text.split('/').filter(Boolean)
  return parts.map((part) => `/${part}`).join('')
}

/** The config is an object that somebody will print one day. */
function redactPassword(fallback: FallbackServer): RedactedFallback {
  const { password } = fallback
  const text = typeof password === 'string' ? password : password?.release()
  return { ...fallback, password: text ? new PlainPassword(text) : null }
}
