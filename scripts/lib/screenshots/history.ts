import type { SmtpHistory } from '../../../app/smtp_admin/models/smtp_history.ts'
import { CONFIGS } from './configs.ts'

/** An entry on the screenshots, at a time that is fixed, so that the pictures stay the same. */
export interface StoredEntry extends Pick<SmtpHistory, 'action' | 'changes' | 'source'> {
  of: { id: string; values: Record<string, unknown> }
  by: string
  ip: string | null
  at: string
}

const MAYA = 'maya@brightwater.example'
const JONAS = 'jonas@brightwater.example'

const MAILGUN = {
  id: '5e6a1c3b-0f4d-4c58-9b21-000000000009',
  values: { name: 'Mailgun' },
}

const onPages = (by: string) => ({ by, source: 'admin', ip: '192.0.2.44' }) as const
const byItself = (by: string) => ({ by, source: 'automatic', ip: '192.0.2.44' }) as const
const byCommand = (by: string) => ({ by, source: 'command', ip: null }) as const

/** What has been done in the shop, the oldest first. */
export const HISTORY: StoredEntry[] = [
  {
    of: CONFIGS.ses,
    action: 'added',
    changes: {
      name: [null, 'Amazon SES, Frankfurt'],
      host: [null, 'email-smtp.eu-central-1.amazonaws.com'],
      port: [null, 25],
      use_tls: [null, true],
      use_ssl: [null, false],
      username: [null, 'AKIAIOSFODNN7EXAMPLE'],
      password: [null, 'set'],
      from_email: [null, 'orders@brightwater.example'],
      timeout: [null, 10],
    },
    ...onPages(MAYA),
    at: '2026-02-03T09:12:00.000Z',
  },
  {
    of: CONFIGS.postmark,
    action: 'activated',
    changes: { is_active: [false, true] },
    ...byCommand('root'),
    at: '2026-02-03T10:34:00.000Z',
  },
  {
    of: MAILGUN,
    action: 'deleted',
    changes: {
      name: ['Mailgun', null],
      host: ['smtp.eu.mailgun.org', null],
      port: [587, null],
      use_tls: [true, null],
      use_ssl: [false, null],
      password: [null, 'removed'],
    },
    ...onPages(JONAS),
    at: '2026-03-30T16:20:00.000Z',
  },
  {
    of: CONFIGS.postmark,
    action: 'changed',
    changes: { port: [587, 465], use_tls: [true, false], use_ssl: [false, true] },
    ...onPages(MAYA),
    at: '2026-05-11T08:02:00.000Z',
  },
  {
    of: CONFIGS.ses,
    action: 'changed',
    changes: {
      port: [25, 587],
      password: [null, 'replaced'],
      notes: [null, 'The limit is 50,000 mails a day. Keys are renewed every January.'],
    },
    ...onPages(MAYA),
    at: '2026-10-19T14:41:00.000Z',
  },
  {
    of: CONFIGS.postmark,
    action: 'deactivated',
    changes: { is_active: [true, false] },
    ...byItself(MAYA),
    at: '2026-10-19T14:45:00.000Z',
  },
  {
    of: CONFIGS.ses,
    action: 'activated',
    changes: {
      is_active: [false, true],
      reason: [null, 'Postmark refuses our sender since this morning'],
    },
    ...onPages(MAYA),
    at: '2026-10-19T14:45:00.000Z',
  },
]
