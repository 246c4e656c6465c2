import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import type { HealthState } from '../../../app/smtp_admin/diagnostics/health.js'
import { makeUnreadable } from '../html/admin_pages.js'
import { createConfig, createConfigWithLogin } from './configs.js'

/** Every state of a configuration that does not say that it works. */
export const DOUBTFUL = ['untested', 'failing', 'stale', 'unreadable'] as const

/** Puts a test of the stored settings into the database, as if it had been run just now. */
export function recordTest(config: SmtpConfig, verdict: SmtpTestRun['verdict'] = 'passed') {
  const { id, scope, name, host, port, encryption, username, revision, settingsHash } = config
  return SmtpTestRun.create({
    ...{ configId: id, configName: name, scope, host, port, encryption, revision, settingsHash },
    ...{ username: username ?? null, verdict, ms: 12, transcript: '' },
    report: { stages: [], advice: null, emailAuth: [], tls: null },
    source: 'admin',
  })
}

/** A stored configuration in this state, inactive unless asked for. */
export async function createConfigIn(
  state: HealthState,
  overrides: Record<string, unknown> = {}
): Promise<SmtpConfig> {
  if (state === 'unreadable') {
    const config = await createConfigWithLogin(overrides)
    await makeUnreadable(config)
    return SmtpConfig.findOrFail(config.id)
  }
  const config = await createConfig(overrides)
  if (state !== 'untested') {
    await recordTest(config, state === 'failing' ? 'failed' : 'passed')
  }
  return state === 'stale' ? config.merge({ timeout: 77 }).save() : config
}
