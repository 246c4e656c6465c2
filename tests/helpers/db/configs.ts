import { SmtpConfig, SmtpHistory, SmtpTestRun } from '#smtp_admin'

/** A secret that must be found nowhere but in the place that opens it. */
export const KNOWN_SECRET = 'kNowN-s3cret-0f-the-tests'

/** Values of a configuration that breaks no rule; no login unless asked for. */
export function validValues(overrides: Partial<SmtpConfig> | Record<string, unknown> = {}) {
  return {
    name: 'Primary Mail Server',
    host: 'mail.example.com',
    port: 587,
    useTls: true,
    ...overrides,
  }
}

/** A stored configuration. */
export function createConfig(overrides: Record<string, unknown> = {}): Promise<SmtpConfig> {
  return SmtpConfig.create(validValues(overrides) as Partial<SmtpConfig>)
}

/** The same with a login whose password is the known secret. */
export function createConfigWithLogin(overrides: Record<string, unknown> = {}) {
  return createConfig({ username: 'mailer@example.com', password: KNOWN_SECRET, ...overrides })
}

/** Empties the tables of the plugin. */
export async function emptyTables() {
  await SmtpTestRun.query().delete()
  await SmtpHistory.query().delete()
  await SmtpConfig.query().delete()
}
