import { SmtpHistory } from '#smtp_admin'

export const HISTORY = '/admin/smtp/history'

/** An entry of the history of a configuration that is not there. */
export function createEntry(values: Partial<SmtpHistory> = {}): Promise<SmtpHistory> {
  return SmtpHistory.create(entryValues(values))
}

/** Entries, so many, the later ones with higher ports. */
export function createEntries(count: number, values: Partial<SmtpHistory> = {}) {
  const rows = Array.from({ length: count }, (_, i) => {
    return entryValues({ changes: { port: [i, i + 1] }, ...values })
  })
  return SmtpHistory.createMany(rows)
}

function entryValues(values: Partial<SmtpHistory>): Partial<SmtpHistory> {
  return {
    configId: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a10',
    configName: 'Relay',
    scope: 'site',
    action: 'changed',
    changes: { port: [587, 465] },
    actorId: '1',
    actorLabel: 'Ada',
    source: 'admin',
    ip: '203.0.113.7',
    ...values,
  }
}
