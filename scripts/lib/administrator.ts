import { randomBytes } from 'node:crypto'
import { ace } from './ace.ts'

export const EMAIL = 'admin@example.com'

/** Creates the demo's administrator; the password is null where there was one before. */
export async function ensureAdministrator() {
  const password = randomBytes(12).toString('base64url')
  const { ok, output } = await ace(
    ['user:create', '--name=Demo Administrator', `--email=${EMAIL}`, '--role=administrator'],
    { USER_PASSWORD: password }
  )
  if (!ok && !output.includes('already')) {
    throw new Error(`The administrator could not be created:\n${output}`)
  }
  return ok ? password : null
}
