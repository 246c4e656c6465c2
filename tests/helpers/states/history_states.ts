import { SmtpConfig } from '#smtp_admin'
import type { AdminState } from './admin_states.js'
import { HOME, pageOf, useEnvironment } from '../html/admin_pages.js'
import { HISTORY, createEntries, createEntry } from '../db/history_entries.js'

const administrator = 'administrator' as const
const viewer = 'viewer' as const

const LONG = 'a.rather.long.name.of.an.administrator@installations.example.com'

/** Entries with all that makes a row long, and more than fit on a page. */
async function createHistory() {
  await createEntries(60, { actorLabel: LONG })
  await createEntry({
    configName: 'A server whose name goes on and on until nobody can remember what it was for',
    changes: {
      host: ['a', `${'x'.repeat(120)}.example.com`],
      notes: [null, 'y'.repeat(500)],
      use_tls: [true, false],
      use_ssl: [false, true],
      retention: [null, { days: 30 }],
      reason: [null, 'The old one is down. '.repeat(10)],
    },
    ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
    actorLabel: LONG,
  })
}

/** The home page and the history, in every state. */
export const HISTORY_STATES: AdminState[] = [
  { name: 'the home page', role: administrator, open: (page) => page.goto(HOME) },
  {
    name: 'the home page after a lot was done, for a viewer',
    role: viewer,
    open: async (page) => {
      await createHistory()
      await page.goto(HOME)
    },
  },
  {
    name: 'the home page with nothing stored and no server at all',
    role: administrator,
    open: async (page) => {
      await SmtpConfig.query().delete()
      await useEnvironment({})
      await page.goto(HOME)
    },
  },
  {
    name: 'the history of all',
    role: administrator,
    open: async (page) => {
      await createHistory()
      await page.goto(HISTORY)
    },
  },
  {
    name: 'the history with no entry that is looked for, and an address that it does not follow',
    role: administrator,
    open: (page) => page.goto(`${HISTORY}?action__exact=deleted&x=1`),
  },
  {
    name: 'the history of one configuration, with the fields that it began with',
    role: viewer,
    open: async (page) => {
      const config = await SmtpConfig.findByOrFail('name', 'Relay')
      await page.goto(pageOf(config, 'history'))
      await page.locator('summary', { hasText: 'fields' }).first().click()
    },
  },
]
