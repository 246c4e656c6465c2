import type { Page } from 'playwright'
import { SmtpConfig } from '#smtp_admin'
import type { Role } from '#models/user'
import { createConfig, createConfigWithLogin } from '../db/configs.js'
import { makeUnreadable } from '../html/admin_pages.js'

/** A page in one of its states. */
export interface PageState {
  name: string
  /** The role of the user who opens it. Default: administrator. */
  role?: Role
  open(page: Page): Promise<unknown>
}

export const LONG_NAME =
  'A server whose name goes on and on until no one can remember what it is for'
export const LONG_HOST = 'ec2-203-0-113-25.compute-1.eu-central-1.amazonaws.example.com'
export const LONG_LABEL = 'a.rather.long.name.of.an.administrator@installations.example.com'

/** Creates the rows that every state starts from: one active, others with long values. */
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
    host: LONG_HOST,
    fromEmail: 'a.rather.long.sender.for.notifications@installations.example.com',
    verifyCertificate: false,
  })
  await makeUnreadable(await createConfigWithLogin({ name: 'Sealed elsewhere' }))
}

export const findConfig = (name: string) => SmtpConfig.findByOrFail('name', name)

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click()
