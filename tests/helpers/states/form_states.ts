import type { Page } from 'playwright'
import type { SmtpConfig } from '#smtp_admin'
import { expireForms } from '../browser/browsing.js'
import { ADD, LIST, pagePath } from '../html/admin_pages.js'
import { LONG_HOST, LONG_LABEL, LONG_NAME, type PageState, findConfig, press } from './state.js'

async function submit(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`input[name=${name}]`).fill(value)
  }
  await press(page, 'Save')
  await page.getByRole('alert').waitFor()
}

/** Fills in a new configuration that breaks no rule, though it may have warnings. */
async function fillIn(page: Page) {
  await page.goto(ADD)
  await page.getByRole('textbox', { name: /^Name/ }).fill('Shop')
  await page.getByRole('textbox', { name: /^Host/ }).fill('mail.example.com')
  await page.getByLabel('None', { exact: true }).check()
  await page.getByRole('textbox', { name: /^Username/ }).fill('mailer')
  await page.locator('#field-password').fill('not-a-secret')
}

/** What somebody else does while a form is open. */
async function elsewhere(change: (config: SmtpConfig) => Promise<unknown>) {
  const config = await findConfig('Relay')
  config.author = { id: '7', label: LONG_LABEL, source: 'admin', ip: '192.0.2.1' }
  await change(config)
}

/** The form to add and to change, with its messages, warnings and conflicts. */
export const FORM_STATES: PageState[] = [
  { name: 'the form to add', open: (page) => page.goto(ADD) },
  {
    name: 'the form to add, with a provider chosen',
    open: (page) => page.goto(`${ADD}?provider=ses&region=eu-west-1`),
  },
  {
    name: 'the form to add, with mistakes',
    open: async (page) => {
      await page.goto(ADD)
      await page.locator('details:has(input[name=timeout]) > summary').click()
      await submit(page, { host: 'a b', port: '0', username: 'bob', from_email: 'x', timeout: '' })
    },
  },
  {
    name: 'the form to change',
    open: async (page) => page.goto(pagePath(await findConfig('Relay'), 'change')),
  },
  {
    name: 'the form to change, with many warnings',
    open: async (page) => {
      const query = 'port=465&encryption=starttls&username=bob@example.org'
      await page.goto(`${pagePath(await findConfig(LONG_NAME), 'change')}?${query}`)
    },
  },
  {
    name: 'the form to change, with the password asked for again',
    open: async (page) => {
      await page.goto(pagePath(await findConfig('Relay'), 'change'))
      await submit(page, { host: 'elsewhere.example.com' })
    },
  },
  {
    name: 'the form to change one whose password was sealed elsewhere',
    open: async (page) => page.goto(pagePath(await findConfig('Sealed elsewhere'), 'change')),
  },
  {
    name: 'a configuration for a viewer',
    role: 'viewer',
    open: async (page) => page.goto(pagePath(await findConfig('Sealed elsewhere'), 'change')),
  },
  {
    name: 'the form to add, with the regions of a provider',
    open: (page) => page.goto(`${ADD}?provider=ses`),
  },
  {
    name: 'the form to add, after another one was saved',
    open: async (page) => {
      await fillIn(page)
      await press(page, 'Save and add another')
      await page.getByText('“Shop” was added.').waitFor()
    },
  },
  {
    name: 'the form to change, after a save with warnings',
    open: async (page) => {
      await fillIn(page)
      await press(page, 'Save and continue editing')
      await page.getByText('You may edit it again below.').waitFor()
    },
  },
  {
    name: 'the list, after a save with warnings',
    open: async (page) => {
      await fillIn(page)
      await press(page, 'Save')
      await page.getByText('“Shop” was added.').waitFor()
    },
  },
  {
    name: 'the form with a copy of another one',
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
    open: async (page) => {
      const config = await findConfig('Relay')
      await page.goto(pagePath(config, 'change'))
      await page.getByLabel('From name').fill('Order desk')
      await page.getByLabel('Change the password').check()
      await page.getByText('You have unsaved changes').waitFor()
    },
  },
  {
    name: 'the form to change, after somebody else has changed as well',
    open: async (page) => {
      await page.goto(pagePath(await findConfig('Relay'), 'change'))
      await page.getByLabel('From name').fill('Order desk')
      await elsewhere((config) => {
        return config.merge({ host: LONG_HOST, fromName: 'Shop', password: 'another' }).save()
      })
      await press(page, 'Save')
      await page.getByRole('region', { name: 'Changes since you opened the form' }).waitFor()
    },
  },
  {
    name: 'the form to change, after somebody else has deleted',
    open: async (page) => {
      await page.goto(pagePath(await findConfig('Relay'), 'change'))
      await page.getByLabel('From name').fill('Order desk')
      await elsewhere((config) => config.delete())
      await press(page, 'Save')
      await page.getByText('Configuration deleted').waitFor()
    },
  },
  {
    name: 'a form that is sent too late',
    open: async (page) => {
      await page.goto(ADD)
      await page.getByRole('textbox', { name: /^Host/ }).fill(LONG_HOST)
      await expireForms(page)
      await press(page, 'Save')
      await page.getByText('This page had expired').waitFor()
    },
  },
  {
    name: 'a deletion that is sent too late',
    open: async (page) => {
      await page.goto(pagePath(await findConfig('Relay'), 'delete'))
      await expireForms(page)
      await page.getByRole('button', { name: 'Yes, delete' }).click()
      await page.getByText('This page had expired').waitFor()
    },
  },
]
