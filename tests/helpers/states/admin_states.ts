import type { Page } from 'playwright'
import { SmtpConfig, accountScope } from '#smtp_admin'
import { services } from '../services.js'
import type { Role } from '#models/user'
import { ACTION_STATES } from './action_states.js'
import { ADD, LIST, makeUnreadable, pageOf, useEnvironment } from '../html/admin_pages.js'
import { createConfig, createConfigWithLogin } from '../db/configs.js'
import { FORM_STATES } from './form_states.js'
import { HISTORY_STATES } from './history_states.js'
import { SAVING_STATES } from './saving_states.js'
import { SHELL_STATES } from './shell_states.js'
import { TEST_STATES } from './test_states.js'

/** A page in one of the states in which somebody may meet it. */
export interface AdminState {
  name: string
  role: Role
  open(page: Page): Promise<unknown>
}

const LONG_NAME = 'A server whose name goes on and on until nobody can remember what it was for'

/** An active configuration, and others with all that makes a row long. */
export async function createRows() {
  await createConfigWithLogin({
    name: 'Relay',
    isActive: true,
    fromEmail: 'no-reply@example.com',
    notes: 'Ask before you change anything here.',
  })
  await createConfig({ name: 'Backup', useTls: false, useSsl: true, port: 465 })
  await createConfig({
    name: LONG_NAME,
    host: 'ec2-203-0-113-25.compute-1.eu-central-1.amazonaws.example.com',
    fromEmail: 'a.rather.long.sender.for.notifications@installations.example.com',
    verifyCertificate: false,
  })
  await makeUnreadable(await createConfigWithLogin({ name: 'Sealed elsewhere' }))
}

const named = (name: string) => SmtpConfig.findByOrFail('name', name)

async function submit(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`input[name=${name}]`).fill(value)
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').waitFor()
}

const administrator = 'administrator' as const
const viewer = 'viewer' as const

/** Every page and every state of it. */
export const ADMIN_STATES: AdminState[] = [
  {
    name: 'settings that were found',
    role: administrator,
    async open(page) {
      services.discovery = { sources: false }
      await page.goto('/admin/smtp/find')
      await page.getByLabel('E-mail address or domain').fill('somebody@gmail.com')
      await page.getByRole('button', { name: 'Find settings' }).click()
      await page.getByRole('heading', { name: /^Found for/ }).waitFor()
    },
  },
  {
    name: 'the empty list, with no server at all',
    role: administrator,
    open: async (page) => {
      await SmtpConfig.query().delete()
      await useEnvironment({})
      await page.goto(LIST)
    },
  },
  {
    name: 'the empty list, with a server in the environment',
    role: administrator,
    open: async (page) => {
      await SmtpConfig.query().delete()
      await page.goto(LIST)
    },
  },
  { name: 'the list', role: administrator, open: (page) => page.goto(LIST) },
  {
    name: 'the list, with the active password sealed elsewhere and the decision shown',
    role: administrator,
    open: async (page) => {
      await makeUnreadable(await named('Relay'))
      await page.goto(LIST)
      await page.getByText('How this was decided').click()
    },
  },
  {
    name: 'the list after a deactivation',
    role: administrator,
    open: async (page) => {
      await page.goto(LIST)
      await page.getByRole('button', { name: 'Deactivate Relay' }).click()
      await page.getByText('“Relay” was deactivated.').waitFor()
    },
  },
  { name: 'the list for a viewer', role: viewer, open: (page) => page.goto(LIST) },
  {
    name: 'the list, searched, filtered and sorted',
    role: administrator,
    open: async (page) => {
      await createConfig({ name: 'Own server', scope: accountScope(7), isActive: true })
      await page.goto(`${LIST}?q=e&status__exact=untested&o=-4.2&p=99`)
    },
  },
  {
    name: 'the list, in pages',
    role: administrator,
    open: async (page) => {
      for (let i = 0; i < 60; i++) {
        await createConfig({ name: `Relay ${i}` })
      }
      await page.goto(`${LIST}?p=2`)
    },
  },
  {
    name: 'the list, where nothing was found',
    role: administrator,
    open: (page) => page.goto(`${LIST}?q=nothing+like+it&is_active__exact=0`),
  },
  {
    name: 'the list after a configuration was not found',
    role: administrator,
    open: (page) => page.goto(pageOf({ id: '999' }, 'change')),
  },
  {
    name: 'the page before selected configurations are deleted',
    role: administrator,
    open: async (page) => {
      await page.goto(LIST)
      await page.getByLabel('Select Relay').check()
      await page.getByLabel(`Select ${LONG_NAME}`).check()
      await page.getByLabel('Action', { exact: true }).selectOption('delete')
      await page.getByRole('button', { name: 'Go', exact: true }).click()
      await page.getByRole('heading', { name: 'Delete 2 configurations?' }).waitFor()
    },
  },
  { name: 'the form to add', role: administrator, open: (page) => page.goto(ADD) },
  {
    name: 'the form to add, with a provider chosen',
    role: administrator,
    open: (page) => page.goto(`${ADD}?provider=ses&region=eu-west-1`),
  },
  {
    name: 'the form to add, with mistakes',
    role: administrator,
    open: async (page) => {
      await page.goto(ADD)
      await page.locator('details:has(input[name=timeout]) > summary').click()
      await submit(page, { host: 'a b', port: '0', username: 'bob', from_email: 'x', timeout: '' })
    },
  },
  {
    name: 'the form to change',
    role: administrator,
    open: async (page) => page.goto(pageOf(await named('Relay'), 'change')),
  },
  {
    name: 'the form to change, with much that is doubtful',
    role: administrator,
    open: async (page) => {
      const query = 'port=465&encryption=starttls&username=bob@example.org'
      await page.goto(`${pageOf(await named(LONG_NAME), 'change')}?${query}`)
    },
  },
  {
    name: 'the form to change, with the password asked for again',
    role: administrator,
    open: async (page) => {
      await page.goto(pageOf(await named('Relay'), 'change'))
      await submit(page, { host: 'elsewhere.example.com' })
    },
  },
  {
    name: 'the form to change one whose password was sealed elsewhere',
    role: administrator,
    open: async (page) => page.goto(pageOf(await named('Sealed elsewhere'), 'change')),
  },
  {
    name: 'a configuration for a viewer',
    role: viewer,
    open: async (page) => page.goto(pageOf(await named('Sealed elsewhere'), 'change')),
  },
  {
    name: 'the page before the active one is deleted',
    role: administrator,
    open: async (page) => page.goto(pageOf(await named('Relay'), 'delete')),
  },
  {
    name: 'the page before another one is deleted',
    role: administrator,
    open: async (page) => page.goto(pageOf(await named(LONG_NAME), 'delete')),
  },
  {
    name: 'the page before one that is not tested is made active',
    role: administrator,
    open: async (page) => page.goto(pageOf(await named('Backup'), 'activate')),
  },
  {
    name: 'the page before one whose password was sealed elsewhere is made active',
    role: administrator,
    open: async (page) => page.goto(pageOf(await named('Sealed elsewhere'), 'activate')),
  },
  {
    name: 'the list after a switch',
    role: administrator,
    open: async (page) => {
      await page.goto(LIST)
      await page.getByRole('button', { name: `Make active ${LONG_NAME}` }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  ...FORM_STATES,
  ...ACTION_STATES,
  ...HISTORY_STATES,
  ...SAVING_STATES,
  ...TEST_STATES,
  ...SHELL_STATES,
  { name: 'the help page', role: viewer, open: (page) => page.goto('/admin/smtp/help') },
  { name: 'a refusal', role: viewer, open: (page) => page.goto(ADD) },
  {
    name: 'an address that leads nowhere',
    role: administrator,
    open: (page) => page.goto('/admin/smtp/nowhere'),
  },
]
