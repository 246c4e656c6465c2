import type { Page } from 'playwright'
import { SmtpConfig } from '#smtp_admin'
import { ADD, LIST, pageOf } from '../html/admin_pages.js'
import type { AdminState } from './admin_states.js'

const administrator = 'administrator' as const

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Fills in a new configuration that breaks no rule, though somebody may doubt it. */
async function fillIn(page: Page) {
  await page.goto(ADD)
  await page.getByRole('textbox', { name: /^Name/ }).fill('Shop')
  await page.getByRole('textbox', { name: /^Host/ }).fill('mail.example.com')
  await page.getByLabel('None', { exact: true }).check()
}

/** What follows after a form was saved, and forms that begin with something in them. */
export const FORM_STATES: AdminState[] = [
  {
    name: 'the form to add, with the regions of a provider',
    role: administrator,
    open: (page) => page.goto(`${ADD}?provider=ses`),
  },
  {
    name: 'the form to add, after another one was saved',
    role: administrator,
    open: async (page) => {
      await fillIn(page)
      await press(page, 'Save and add another')
      await page.getByText('“Shop” was added.').waitFor()
    },
  },
  {
    name: 'the form to change, after what is doubtful was saved',
    role: administrator,
    open: async (page) => {
      await fillIn(page)
      await press(page, 'Save and continue editing')
      await page.getByText('You may edit it again below.').waitFor()
    },
  },
  {
    name: 'the list, after what is doubtful was saved',
    role: administrator,
    open: async (page) => {
      await fillIn(page)
      await press(page, 'Save')
      await page.getByText('“Shop” was added.').waitFor()
    },
  },
  {
    name: 'the form with a copy of another one',
    role: administrator,
    open: async (page) => {
      await page.goto(LIST)
      await page.getByLabel('Select Relay').check()
      await page.getByLabel('Action', { exact: true }).selectOption('duplicate')
      await press(page, 'Go')
      await page.waitForURL(`**${ADD}*`)
    },
  },
  {
    name: 'the form to change, with unsaved changes and another password to be typed',
    role: administrator,
    open: async (page) => {
      const config = await SmtpConfig.findByOrFail('name', 'Relay')
      await page.goto(pageOf(config, 'change'))
      await page.getByLabel('From name').fill('Order desk')
      await page.getByLabel('Replace it with another one').check()
      await page.getByText('Unsaved changes').waitFor()
    },
  },
]
