import type { ResolvedSmtpAdminConfig, SmtpAdminConfig } from './types.js'

/** The options of config/smtp_admin.ts with their defaults. */
export function defineConfig(config: SmtpAdminConfig): ResolvedSmtpAdminConfig {
  return {
    deadline: 60,
    databaseTimeout: 2,
    links: {},
    ...config,
    fallback: config.fallback ?? {},
    prefix: `/${(config.prefix ?? 'admin/smtp').replace(/^\/+|\/+$/g, '')}`,
  }
}
