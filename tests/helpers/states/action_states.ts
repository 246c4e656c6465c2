import type { Page } from 'playwright'
import { getActiveTest } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { LIST, pageOf, useActivation } from '../html/admin_pages.js'
import type { AdminState } from './admin_states.js'

const administrator = 'administrator' as const

/** Chooses an action for these rows of the list. */
async function choose(page: Page, action: string, names: string[]) {
  await page.goto(LIST)
  for (const name of names) {
    await page.getByLabel(`Select ${name}`).check()
  }
  await page.getByLabel('Action', { exact: true }).selectOption(action)
  await page.getByRole('button', { name: 'Go', exact: true }).click()
}

/** What an action on rows of the list, or an activation, leads to. */
export const ACTION_STATES: AdminState[] = [
  {
    name: 'the list, with rows selected',
    role: administrator,
    open: async (page) => {
      await page.goto(LIST)
      await page.getByLabel('Select all on this page').check()
      await page.getByText('4 of 4 selected').waitFor()
    },
  },
  {
    name: 'the list, after an action without a selection',
    role: administrator,
    open: async (page) => {
      await choose(page, 'delete', [])
      await page.getByText('Select at least one configuration first.').waitFor()
    },
  },
  {
    name: 'the page before the active one of the selected is deactivated',
    role: administrator,
    open: async (page) => {
      await choose(page, 'deactivate', ['Relay', 'Backup'])
      await page.getByRole('button', { name: 'Yes, deactivate' }).waitFor()
    },
  },
  {
    name: 'the list, after copies were made',
    role: administrator,
    open: async (page) => {
      await choose(page, 'duplicate', ['Relay', 'Backup'])
      await page.getByText('2 copies were added').waitFor()
    },
  },
  {
    name: 'the page before an activation that needs a test or a reason',
    role: administrator,
    open: async (page) => {
      getActiveTest()!.cleanup(useActivation('require-test'))
      const config = await SmtpConfig.findByOrFail('name', 'Backup')
      await page.goto(pageOf(config, 'activate'))
    },
  },
]
