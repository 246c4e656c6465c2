import { randomUUID } from 'node:crypto'
import { hashSettings, toDestination } from '../app/smtp_admin/models/config_fields.js'
import { searchText } from '../app/smtp_admin/models/search_text.js'
import type { SecretBox } from '../app/smtp_admin/secrets/secret_box.js'

/** How many rows there are of everything else for one configuration. */
export const TESTS_OF_ONE = 2
export const ENTRIES_OF_ONE = 10

const STATES = ['working', 'failing', 'untested', 'stale', 'unreadable'] as const
const NOW = '2026-01-31 12:00:00'

/**
 * The rows of one configuration in the three tables: every fifth in each state, every twentieth the
 * active one of an account, and the very first that of the site.
 */
export function rowsOf(index: number, box: SecretBox) {
  const state = STATES[index % STATES.length]
  const number = String(index + 1).padStart(5, '0')
  const scope = index % 20 === 19 ? `account:${index}` : 'site'
  const settings = {
    ...{ id: randomUUID(), scope, host: `smtp${number}.example.com`, port: 587 },
    ...({ encryption: 'starttls', verifyCertificate: true, timeout: 10, ehloName: null } as const),
    username: `mailer${number}@example.com`,
  }
  const flags = { useTls: true, useSsl: false }
  const password = box.seal(`password ${number}`, toDestination({ ...settings, ...flags }))
  const settingsHash = hashSettings({ ...settings, ...flags }, password)
  const { id, host, port, username } = settings
  const name = `Relay ${number}`
  const tested = state === 'stale' ? 'as it was before' : settingsHash
  const verdict = state === 'failing' ? 'failed' : 'passed'
  return {
    config: {
      ...{ id, scope, name, name_key: name.toLowerCase(), host, port, username, password },
      ...{ use_tls: true, is_active: scope !== 'site' || index === 0 },
      ...{ from_email: username, created_at: NOW, updated_at: NOW },
      settings_hash: settingsHash,
      search_text: searchText({ name, host, username, fromEmail: username }),
      ...(state !== 'untested' && {
        latest_test_id: (index + 1) * TESTS_OF_ONE,
        tested_settings_hash: tested,
        tested_verdict: verdict,
      }),
      encryption_key_id: state === 'unreadable' ? 'that of another key' : box.keyFingerprint,
    },
    tests: upTo(TESTS_OF_ONE).map((test) => ({
      ...{ id: index * TESTS_OF_ONE + test + 1, config_id: id, config_name: name, scope },
      ...{ host, port, encryption: 'starttls', username, settings_hash: tested },
      ...{
        revision: state === 'untested' ? null : 1,
        verdict,
      },
      ...{ ms: 120, report: JSON.stringify(REPORT), transcript: TRANSCRIPT },
      ...{ source: 'admin', created_at: NOW },
    })),
    entries: upTo(ENTRIES_OF_ONE).map((entry) => ({
      ...{ config_id: id, config_name: name, scope, actor_label: 'maya@example.com' },
      ...{ action: 'changed', changes: JSON.stringify({ port: [2000 + entry, 2001 + entry] }) },
      ...{ source: 'admin', ip: '192.0.2.7', created_at: NOW },
      ...(entry === 0 && { action: 'added', changes: JSON.stringify({ name: [null, name] }) }),
    })),
  }
}

const REPORT = { stages: [], advice: null, sender: [], tls: null }
const TRANSCRIPT = 'S: 220 mail.example.com ESMTP\n'.repeat(20)

function upTo(amount: number) {
  return Array.from({ length: amount }, (_, index) => index)
}
