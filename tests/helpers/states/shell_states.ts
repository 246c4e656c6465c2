import type { Page } from 'playwright'
import { getActiveTest } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { services } from '../services.js'
import { loseTable } from '../db/database_faults.js'
import { HISTORY, createEntries, createEntry } from '../db/history_entries.js'
import { ADD, HOME, LIST, pagePath, useEnvironment } from '../html/admin_pages.js'
import { LONG_LABEL, LONG_NAME, type PageState, findConfig } from './state.js'

/** Entries with all that makes a row long, and more than fit on a page. */
async function createHistory() {
  await createEntries(60, { actorLabel: LONG_LABEL })
  await createEntry({
    configName: LONG_NAME,
    changes: {
      host: ['a', `${'x'.repeat(120)}.example.com`],
      notes: [null, 'y'.repeat(500)],
      use_tls: [true, false],
      use_ssl: [false, true],
      retention: [null, { days: 30 }],
      reason: [null, 'The old one is down. '.repeat(10)],
    },
    ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
    actorLabel: LONG_LABEL,
  })
}

const FIND = '/admin/smtp/find'

async function inGerman(page: Page, path: string) {
  await page.setExtraHTTPHeaders({ 'accept-language': 'de' })
  await page.goto(path)
}

async function find(page: Page, text: string) {
  services.discovery = { sources: false }
  await page.goto(FIND)
  await page.getByLabel('Email address or domain').fill(text)
  await page.getByRole('button', { name: 'Find server settings' }).click()
}

/** Home, history, discovery, help, errors, and pages in German. */
export const SHELL_STATES: PageState[] = [
  { name: 'the home page', open: (page) => page.goto(HOME) },
  {
    name: 'the home page after a lot was done, for a viewer',
    role: 'viewer',
    open: async (page) => {
      await createHistory()
      await page.goto(HOME)
    },
  },
  {
    name: 'the home page with nothing stored and no server at all',
    open: async (page) => {
      await SmtpConfig.query().delete()
      await useEnvironment({})
      await page.goto(HOME)
    },
  },
  {
    name: 'the history of all',
    open: async (page) => {
      await createHistory()
      await page.goto(HISTORY)
    },
  },
  {
    name: 'the history with no entry that is looked for, and an address that it does not follow',
    open: (page) => page.goto(`${HISTORY}?action__exact=deleted&x=1`),
  },
  {
    name: 'the history of one configuration, with the fields that it began with',
    role: 'viewer',
    open: async (page) => {
      const config = await findConfig('Relay')
      await page.goto(pagePath(config, 'history'))
      await page.locator('summary', { hasText: 'fields' }).first().click()
    },
  },
  {
    name: 'settings that were found',
    async open(page) {
      services.discovery = { sources: false }
      await page.goto('/admin/smtp/find')
      await page.getByLabel('Email address or domain').fill('somebody@gmail.com')
      await page.getByRole('button', { name: 'Find server settings' }).click()
      await page.getByRole('heading', { name: /^Settings for/ }).waitFor()
    },
  },
  ...Object.entries({
    'home page': HOME,
    'list': LIST,
    'form to add': ADD,
    'history': HISTORY,
  }).map(([what, path]) => ({
    name: `the ${what} in German`,
    open: (page: Page) => inGerman(page, path),
  })),
  {
    name: 'the page before a deletion in German',
    open: async (page) => {
      const config = await findConfig('Relay')
      await inGerman(page, pagePath(config, 'delete'))
    },
  },
  {
    name: 'the list in the theme that was chosen',
    open: async (page) => {
      getActiveTest()!.cleanup(() => page.context().clearCookies({ name: 'smtp_admin_theme' }))
      await page.goto(LIST)
      await page.getByRole('button', { name: 'Dark' }).click()
      await page.locator('html[data-theme=dark]').waitFor()
    },
  },
  { name: 'the search for settings', open: (page) => page.goto(FIND) },
  {
    name: 'the search for settings of what is no address',
    open: async (page) => {
      await find(page, '192.0.2.1')
      await page.getByText('IP addresses cannot be looked up.').first().waitFor()
    },
  },
  {
    name: 'the search for settings that found nothing',
    open: async (page) => {
      await find(page, 'nobody@nothing.example')
      await page.getByText('No SMTP settings were found for').waitFor()
    },
  },
  {
    name: 'a fault',
    open: async (page) => {
      await loseTable()
      await page.goto(LIST)
    },
  },
  { name: 'the help page', role: 'viewer', open: (page) => page.goto('/admin/smtp/help') },
  { name: 'a refusal', role: 'viewer', open: (page) => page.goto(ADD) },
  {
    name: 'an address that leads nowhere',
    open: (page) => page.goto('/admin/smtp/nowhere'),
  },
]
