import type { Page } from 'playwright'
import { getActiveTest } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { services } from '../services.js'
import { ADD, HOME, LIST, pageOf } from '../html/admin_pages.js'
import type { AdminState } from './admin_states.js'
import { loseTable } from '../db/database_faults.js'
import { HISTORY } from '../db/history_entries.js'

const administrator = 'administrator' as const

const FIND = '/admin/smtp/find'

async function inGerman(page: Page, path: string) {
  await page.setExtraHTTPHeaders({ 'accept-language': 'de' })
  await page.goto(path)
}

async function find(page: Page, text: string) {
  services.discovery = { sources: false }
  await page.goto(FIND)
  await page.getByLabel('E-mail address or domain').fill(text)
  await page.getByRole('button', { name: 'Find settings' }).click()
}

/** Pages in another language, in a theme that was chosen, and what there is besides lists and forms. */
export const SHELL_STATES: AdminState[] = [
  ...Object.entries({
    'home page': HOME,
    'list': LIST,
    'form to add': ADD,
    'history': HISTORY,
  }).map(([what, path]) => ({
    name: `the ${what} in German`,
    role: administrator,
    open: (page: Page) => inGerman(page, path),
  })),
  {
    name: 'the page before a deletion in German',
    role: administrator,
    open: async (page) => {
      const config = await SmtpConfig.findByOrFail('name', 'Relay')
      await inGerman(page, pageOf(config, 'delete'))
    },
  },
  {
    name: 'the list in the theme that was chosen',
    role: administrator,
    open: async (page) => {
      getActiveTest()!.cleanup(() => page.context().clearCookies({ name: 'smtp_admin_theme' }))
      await page.goto(LIST)
      await page.getByRole('button', { name: 'Dark' }).click()
      await page.locator('html[data-theme=dark]').waitFor()
    },
  },
  { name: 'the search for settings', role: administrator, open: (page) => page.goto(FIND) },
  {
    name: 'the search for settings of what is no address',
    role: administrator,
    open: async (page) => {
      await find(page, '192.0.2.1')
      await page.getByText('This is an IP address.').first().waitFor()
    },
  },
  {
    name: 'the search for settings that found nothing',
    role: administrator,
    open: async (page) => {
      await find(page, 'nobody@nothing.example')
      await page.getByText('Nobody who was asked knows').waitFor()
    },
  },
  {
    name: 'a fault',
    role: administrator,
    open: async (page) => {
      await loseTable()
      await page.goto(LIST)
    },
  },
]
