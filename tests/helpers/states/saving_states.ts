import type { Page } from 'playwright'
import { SmtpConfig } from '#smtp_admin'
import { ADD, pageOf } from '../html/admin_pages.js'
import type { AdminState } from './admin_states.js'
import { expireForms } from '../browser/browsing.js'

const LONG_HOST = 'ec2-203-0-113-25.compute-1.eu-central-1.amazonaws.example.com'

const administrator = 'administrator' as const

const relay = () => SmtpConfig.findByOrFail('name', 'Relay')

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

/** What somebody else does while a form is open. */
async function elsewhere(change: (config: SmtpConfig) => Promise<unknown>) {
  const config = await relay()
  const label = 'a.rather.long.name.of.an.administrator@installations.example.com'
  config.author = { id: '7', label, source: 'admin', ip: '192.0.2.1' }
  await change(config)
}

/** What becomes of forms that are sent too late. */
export const SAVING_STATES: AdminState[] = [
  {
    name: 'the form to change, after somebody else has changed as well',
    role: administrator,
    open: async (page) => {
      await page.goto(pageOf(await relay(), 'change'))
      await page.getByLabel('From name').fill('Order desk')
      await elsewhere((config) => {
        return config.merge({ host: LONG_HOST, fromName: 'Shop', password: 'another' }).save()
      })
      await save(page)
      await page.getByRole('region', { name: 'Changed since you opened the form' }).waitFor()
    },
  },
  {
    name: 'the form to change, after somebody else has deleted',
    role: administrator,
    open: async (page) => {
      await page.goto(pageOf(await relay(), 'change'))
      await page.getByLabel('From name').fill('Order desk')
      await elsewhere((config) => config.delete())
      await save(page)
      await page.getByText('has been deleted meanwhile').waitFor()
    },
  },
  {
    name: 'a form that is sent too late',
    role: administrator,
    open: async (page) => {
      await page.goto(ADD)
      await page.getByRole('textbox', { name: /^Host/ }).fill(LONG_HOST)
      await expireForms(page)
      await save(page)
      await page.getByRole('heading', { name: 'The page had been open for too long' }).waitFor()
    },
  },
  {
    name: 'a deletion that is sent too late',
    role: administrator,
    open: async (page) => {
      await page.goto(pageOf(await relay(), 'delete'))
      await expireForms(page)
      await page.getByRole('button', { name: 'Yes, delete it' }).click()
      await page.getByRole('heading', { name: 'The page had been open for too long' }).waitFor()
    },
  },
  {
    name: 'a form with too much in it',
    role: administrator,
    open: async (page) => {
      await page.goto(ADD)
      const name = page.getByRole('textbox', { name: /^Name/ })
      await name.evaluate((field) => field.setAttribute('value', 'x'.repeat(1_500_000)))
      await save(page)
      await page.getByRole('heading', { name: 'Too much was sent' }).waitFor()
    },
  },
]
