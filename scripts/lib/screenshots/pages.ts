import type { Page } from 'playwright'
import { CONFIGS } from './configs.ts'
import type { Visitor } from './shop.ts'
import { TESTS } from './tests.ts'

/** A page to photograph: where it is, who looks, and what they do before the picture is taken. */
export interface PageToShow {
  name: string
  path: string
  visitor: Visitor
  prepare?: (page: Page) => Promise<unknown>
}

const HOME = '/admin/smtp'
const LIST = '/admin/smtp/configs'
const RUNS = '/admin/smtp/tests'

const by = (visitor: Visitor) => (name: string, path: string, prepare?: PageToShow['prepare']) => {
  return { name, path, visitor, prepare } satisfies PageToShow
}
const administrator = by('administrator')
const viewer = by('viewer')

/** What there is to see before anything is stored. */
export const PAGES_WITHOUT_CONFIGS: PageToShow[] = [
  administrator('home_empty', HOME),
  administrator('list_empty', LIST),
]

/** What there is to see with the configurations of `configs.ts`. */
export const PAGES: PageToShow[] = [
  administrator('home', HOME),
  administrator('list', LIST),
  administrator('list_filtered', `${LIST}?q=mail&is_active__exact=0&o=-5`),
  administrator('list_nothing', `${LIST}?q=mailgun&encryption__exact=tls`),
  administrator('add', `${LIST}/add`),
  administrator('add_provider', `${LIST}/add?provider=ses&region=eu-west-1`),
  administrator('add_errors', `${LIST}/add`, fillInBadly),
  administrator('change', `${LIST}/${CONFIGS.ses.id}/change`),
  administrator('delete', `${LIST}/${CONFIGS.ses.id}/delete`),
  administrator('delete_selected', LIST, selectTwo),
  administrator('activate', `${LIST}/${CONFIGS.postmark.id}/activate`),
  administrator('find', '/admin/smtp/find', findSettings),
  administrator('tests', RUNS),
  administrator('test_passed', `${RUNS}/${TESTS.passed.id}`),
  administrator('test_failed', `${RUNS}/${TESTS.failed.id}`),
  administrator('test_cancelled', `${RUNS}/${TESTS.cancelled.id}`),
  administrator('history', '/admin/smtp/history'),
  administrator('history_of_one', `${LIST}/${CONFIGS.ses.id}/history`),
  administrator('help', '/admin/smtp/help'),
  administrator('not_found', '/admin/smtp/queues'),
  viewer('view', `${LIST}/${CONFIGS.ses.id}/change`),
  viewer('forbidden', `${LIST}/add`),
  // These change what is stored, so they come last.
  administrator('conflict', `${LIST}/${CONFIGS.ses.id}/change`, changeTwice),
  administrator('expired', `${LIST}/${CONFIGS.ses.id}/change`, sendLate),
]

async function selectTwo(page: Page) {
  await page.getByLabel(`Select ${CONFIGS.ses.values.name}`).check()
  await page.getByLabel(`Select ${CONFIGS.postmark.values.name}`).check()
  await page.getByLabel('Action', { exact: true }).selectOption('delete')
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.getByRole('heading', { name: 'Delete 2 configurations?' }).waitFor()
}

/** The mistakes that people make: a web address as the host, a login by halves. */
async function fillInBadly(page: Page) {
  await page.getByRole('textbox', { name: /^Name/ }).fill('Postmark')
  await page.getByRole('textbox', { name: /^Host/ }).fill('https://postmarkapp.com/smtp')
  await page.getByRole('textbox', { name: /^Port/ }).fill('5877777')
  await page.getByRole('textbox', { name: /^Username/ }).fill('4f1c2f6e')
  await page.getByLabel('From email').fill('orders at brightwater.example')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').waitFor()
}

/** Two people change the same configuration; afterwards it is as it was. */
async function changeTwice(page: Page) {
  const other = await page.context().newPage()
  const before = await page.getByLabel('From name').inputValue()
  await changeFromName(other, page.url(), 'Brightwater orders')
  await page.getByLabel('From name').fill('Brightwater shop')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Overwrite with my version' }).waitFor()
  await changeFromName(other, page.url(), before)
  await other.close()
}

async function changeFromName(page: Page, url: string, name: string) {
  await page.goto(url)
  await page.getByLabel('From name').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('table').first().waitFor()
}

/** A form that was open for so long that its token is not good any more. */
async function sendLate(page: Page) {
  await page.getByLabel('From name').fill('Brightwater orders')
  const token = page.locator('#config-form input[name=_csrf]')
  await token.evaluate((input) => input.setAttribute('value', 'an old one'))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Submit again' }).waitFor()
}

async function findSettings(page: Page) {
  await page.getByLabel('Email address or domain').fill('orders@gmail.com')
  await page.getByRole('button', { name: 'Find server settings' }).click()
  await page.getByRole('heading', { name: /^Settings for/ }).waitFor()
}
