import type { Page } from 'playwright'
import { SmtpConfig, SmtpTestRun } from '#smtp_admin'
import { ADD, LIST, RUNS, pagePath } from '../html/admin_pages.js'
import { type Script, ScriptedServer, hangUp, silence } from '../smtp/scripted_server.js'
import { startAfresh } from '../html/test_pages.js'
import { recordTest } from '../db/tested_configs.js'
import { LONG_LABEL, type PageState, findConfig } from './state.js'
import type { Message } from '../../../app/smtp_admin/i18n/types.js'

const LONG = 'An answer that goes on and on. '.repeat(12)

function verbatim(text: string): Message[] {
  return [{ key: 'stages.verbatim', params: { text } }]
}

/** A test with all that makes a page long. */
async function failedRun(): Promise<SmtpTestRun> {
  const config = await findConfig('Relay')
  const { id } = await recordTest(config, 'failed')
  const run = await SmtpTestRun.findOrFail(id)
  const { $attributes: attributes } = run
  await run.delete()
  return SmtpTestRun.create({
    ...attributes,
    actorLabel: LONG_LABEL,
    transcript: `S: 220 ready\nC: EHLO app\nS: 535 ${'x'.repeat(400)}`,
    report: {
      stages: [
        { name: 'settings', state: 'passed', ms: 1, messages: [{ key: 'stages.valid' }] },
        {
          name: 'lookup',
          state: 'passed',
          ms: 12,
          messages: verbatim(`Resolved to ${'192.0.2.1, '.repeat(8)}`),
        },
        {
          name: 'authentication',
          state: 'failed',
          ms: 12_345,
          messages: verbatim(`${LONG}${'x'.repeat(200)}`),
        },
        { name: 'sender', state: 'not_reached', ms: 0, messages: [] },
        { name: 'message', state: 'skipped', ms: 0, messages: [{ key: 'stages.no_message' }] },
      ],
      advice: {
        rule: 'sender-not-owned',
        params: { sender: LONG, username: LONG },
        correction: { host: `${'very-'.repeat(20)}long.example.com`, port: 465, encryption: 'tls' },
      },
      emailAuth: [
        { name: 'SPF', state: 'good', messages: [{ key: 'sender.spfGood' }] },
        { name: 'DMARC', state: 'missing', messages: verbatim(LONG) },
      ],
      tls: {
        protocol: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        certificate: {
          names: Array.from({ length: 20 }, (_, index) => `mail-${index}.example.com`),
          issuer: 'An authority',
          validFrom: '2020-01-01T00:00:00.000Z',
          validTo: '2020-02-01T00:00:00.000Z',
        },
      },
    },
  })
}

/** Tests, from the form to add, a server that says this. */
async function testScript(page: Page, script: Script) {
  await startAfresh()
  const server = await ScriptedServer.start(script)
  await page.goto(ADD)
  await page.getByRole('textbox', { name: /^Name/ }).fill('Relay')
  await page.getByRole('textbox', { name: /^Host/ }).fill(server.host)
  await page.getByRole('textbox', { name: /^Port/ }).fill(String(server.port))
  await page.getByLabel('None', { exact: true }).check()
  await page.getByRole('button', { name: 'Test these settings' }).click()
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()

/** The pages of test runs, and forms whose settings are tested. */
export const TEST_STATES: PageState[] = [
  {
    name: 'the list, with tests of everything',
    open: async (page) => {
      const configs = await SmtpConfig.all()
      await recordTest(configs[0])
      await recordTest(configs[1], 'failed')
      await recordTest(configs[2])
      await configs[2].merge({ timeout: 77 }).save()
      await page.goto(LIST)
    },
  },
  { name: 'the empty list of tests', open: (page) => page.goto(RUNS) },
  {
    name: 'the list of tests',
    role: 'viewer',
    open: async (page) => {
      const configs = await SmtpConfig.all()
      await recordTest(configs[0])
      await recordTest(configs[1], 'cancelled')
      await failedRun()
      await page.goto(RUNS)
    },
  },
  {
    name: 'the tests of a configuration that has none',
    open: async (page) => {
      const { id } = await findConfig('Backup')
      await page.goto(`${RUNS}?config=${id}`)
    },
  },
  {
    name: 'a test that passed',
    open: async (page) => {
      const config = await findConfig('Backup')
      const run = await recordTest(config)
      await page.goto(`${RUNS}/${run.id}`)
    },
  },
  {
    name: 'a test that failed',
    open: async (page) => {
      const run = await failedRun()
      await page.goto(`${RUNS}/${run.id}`)
    },
  },
  {
    name: 'a form to change that a test has filled in',
    open: async (page) =>
      page.goto(`${pagePath(await findConfig('Relay'), 'change')}?port=465&encryption=tls&test=1`),
  },
  {
    name: 'a test while it runs',
    open: async (page) => {
      await testScript(page, { greeting: silence })
      await page.getByText('In progress').waitFor()
    },
  },
  {
    name: 'a test that has just failed',
    open: async (page) => {
      await testScript(page, { greeting: hangUp })
      await heading(page, 'No valid greeting')
    },
  },
  {
    name: 'a test that was refused',
    open: async (page) => {
      await page.goto(ADD)
      await page.getByRole('button', { name: 'Test these settings' }).click()
      await heading(page, 'Test not started')
    },
  },
  {
    name: 'a form with the result of a test, as it is without JavaScript',
    open: async (page) => {
      await page.route('**/*.js', (route) => route.abort())
      await testScript(page, { greeting: hangUp })
      await heading(page, 'No valid greeting')
    },
  },
]
