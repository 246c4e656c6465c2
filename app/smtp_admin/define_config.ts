import { PlainPassword } from './secrets/plain_password.js'
import type {
  FallbackServer,
  RedactedFallback,
  ResolvedSmtpAdminConfig,
  SmtpAdminConfig,
} from './types.js'

/** The options of config/smtp_admin.ts with their defaults. */
export function defineConfig(config: SmtpAdminConfig): ResolvedSmtpAdminConfig {
  return {
    activation: 'warn',
    deadline: 60,
    databaseTimeout: 2,
    links: {},
    ...config,
    fallback: redactPassword(config.fallback ?? {}),
    prefix: asPath(config.prefix ?? 'admin/smtp') || '/',
    basePath: asPath(config.basePath ?? ''),
  }
}

/** `/a/b`, however the slashes around it were written; nothing for nothing. */
function asPath(text: string): string {
  const path = text.replace(/^\/+|\/+$/g, '')
  return path && `/${path}`
}

/** The config is an object that somebody will print one day. */
function redactPassword(fallback: FallbackServer): RedactedFallback {
  const { password } = fallback
  const text = typeof password === 'string' ? password : password?.release()
  return { ...fallback, password: text ? new PlainPassword(text) : null }
}
