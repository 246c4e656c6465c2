import type { Page } from 'playwright'
import { getActiveTest } from '@japa/runner'
import { SmtpConfig, accountScope } from '#smtp_admin'
import { createConfig } from '../db/configs.js'
import {
  LIST,
  makeUnreadable,
  pagePath,
  useActivation,
  useEnvironment,
} from '../html/admin_pages.js'
import { LONG_NAME, type PageState, findConfig, press } from './state.js'

/** Chooses an action for these rows of the list. */
async function choose(page: Page, action: string, names: string[]) {
  await page.goto(LIST)
  for (const name of names) {
    await page.getByLabel(`Select ${name}`).check()
  }
  await page.getByLabel('Action', { exact: true }).selectOption(action)
  await press(page, 'Go')
}

/** The list, its actions, and the pages that confirm an action. */
export const LIST_STATES: PageState[] = [
  {
    name: 'the empty list, with no server at all',
    open: async (page) => {
      await SmtpConfig.query().delete()
      await useEnvironment({})
      await page.goto(LIST)
    },
  },
  {
    name: 'the empty list, with a server in the environment',
    open: async (page) => {
      await SmtpConfig.query().delete()
      await page.goto(LIST)
    },
  },
  { name: 'the list', open: (page) => page.goto(LIST) },
  {
    name: 'the list, with the active password sealed elsewhere and the decision shown',
    open: async (page) => {
      await makeUnreadable(await findConfig('Relay'))
      await page.goto(LIST)
      await page.getByText('Why this server?').click()
    },
  },
  {
    name: 'the list after a deactivation',
    open: async (page) => {
      await page.goto(LIST)
      await page.getByRole('button', { name: 'Deactivate Relay' }).click()
      await page.getByText('“Relay” was deactivated.').waitFor()
    },
  },
  { name: 'the list for a viewer', role: 'viewer', open: (page) => page.goto(LIST) },
  {
    name: 'the list, searched, filtered and sorted',
    open: async (page) => {
      await createConfig({ name: 'Own server', scope: accountScope(7), isActive: true })
      await page.goto(`${LIST}?q=e&status__exact=untested&o=-4.2&p=99`)
    },
  },
  {
    name: 'the list, in pages',
    open: async (page) => {
      for (let i = 0; i < 60; i++) {
        await createConfig({ name: `Relay ${i}` })
      }
      await page.goto(`${LIST}?p=2`)
    },
  },
  {
    name: 'the list, where nothing was found',
    open: (page) => page.goto(`${LIST}?q=nothing+like+it&is_active__exact=0`),
  },
  {
    name: 'the list after a configuration was not found',
    open: (page) => page.goto(pagePath({ id: '999' }, 'change')),
  },
  {
    name: 'the page before selected configurations are deleted',
    open: async (page) => {
      await page.goto(LIST)
      await page.getByLabel('Select Relay').check()
      await page.getByLabel(`Select ${LONG_NAME}`).check()
      await page.getByLabel('Action', { exact: true }).selectOption('delete')
      await press(page, 'Go')
      await page.getByRole('heading', { name: 'Delete 2 configurations?' }).waitFor()
    },
  },
  {
    name: 'the page before the active one is deleted',
    open: async (page) => page.goto(pagePath(await findConfig('Relay'), 'delete')),
  },
  {
    name: 'the page before another one is deleted',
    open: async (page) => page.goto(pagePath(await findConfig(LONG_NAME), 'delete')),
  },
  {
    name: 'the page before one that is not tested is made active',
    open: async (page) => page.goto(pagePath(await findConfig('Backup'), 'activate')),
  },
  {
    name: 'the page before one whose password was sealed elsewhere is made active',
    open: async (page) => page.goto(pagePath(await findConfig('Sealed elsewhere'), 'activate')),
  },
  {
    name: 'the list after a switch',
    open: async (page) => {
      await page.goto(LIST)
      await page.getByRole('button', { name: `Activate ${LONG_NAME}` }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'the list, with rows selected',
    open: async (page) => {
      await page.goto(LIST)
      await page.getByLabel('Select all on this page').check()
      await page.getByText('4 of 4 selected').waitFor()
    },
  },
  {
    name: 'the list, after an action without a selection',
    open: async (page) => {
      await choose(page, 'delete', [])
      await page.getByText('Select at least one configuration first.').waitFor()
    },
  },
  {
    name: 'the page before the active one of the selected is deactivated',
    open: async (page) => {
      await choose(page, 'deactivate', ['Relay', 'Backup'])
      await page.getByRole('button', { name: 'Yes, deactivate' }).waitFor()
    },
  },
  {
    name: 'the list, after copies were made',
    open: async (page) => {
      await choose(page, 'duplicate', ['Relay', 'Backup'])
      await page.getByText('2 copies were created').waitFor()
    },
  },
  {
    name: 'the page before an activation that needs a test or a reason',
    open: async (page) => {
      getActiveTest()!.cleanup(useActivation('require-test'))
      const config = await findConfig('Backup')
      await page.goto(pagePath(config, 'activate'))
    },
  },
]
