import vine from '@vinejs/vine'
import type { TestSubject } from '../app/smtp_admin/diagnostics/test_runner.js'
import { en, format } from '../app/smtp_admin/i18n/format.js'
import { emailRule } from '../app/smtp_admin/models/config_validator.js'
import { SITE_SCOPE, accountScope } from '../app/smtp_admin/models/scope.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import { type Candidate, configCandidate } from '../app/smtp_admin/resolution/candidate.js'
import { withTimeout } from '../app/smtp_admin/resolution/database_error.js'
import type { Services } from '../app/smtp_admin/services.js'
import { configNotFoundMessage } from './_support.js'

/** A command line as Ace parses it. */
interface ParsedCommand {
  flags: Record<string, unknown>
  unknownFlags: string[]
  /** Words that belong to no flag and no argument. */
  _: (string | number)[]
}

/** A message about the choice of the server; `usage`: the command was used wrongly. */
export interface Remark {
  kind: 'note' | 'error' | 'usage'
  text: string
}

/** The server that smtp:validate tests. */
export interface Target {
  /** Null: there is none. */
  candidate: Candidate | null
  remarks: Remark[]
  isDatabaseUnavailable: boolean
}

/** The usage errors of a command line of smtp:validate, one sentence each. */
export async function validateFlags(parsed: ParsedCommand): Promise<string[]> {
  const { flags, unknownFlags, _: rest } = parsed
  const { config, account, 'test-email': testEmail } = flags
  const found = [
    ...unknownFlags.map((name) => `Unknown option ${name.length === 1 ? '-' : '--'}${name}`),
    ...rest.map((word) => `Unexpected argument "${word}": smtp:validate accepts options only`),
    !isText(config) && 'Enter one configuration: --config="Primary Mail Server"',
    !(isText(account) && isAccount(account)) && 'Enter the id of one account: --account=7',
    !(testEmail === '' || (isText(testEmail) && (await isAddress(testEmail)))) &&
      'Enter one address for the test email: --test-email=you@example.com',
  ]
  return found.filter((it) => it !== false)
}

/** The configuration with this name. */
export async function namedTarget(
  { config: { databaseTimeout } }: Services,
  name: string,
  account?: string
): Promise<Target> {
  const config = await withTimeout(SmtpConfig.findNamed(name, account), databaseTimeout)
  const remarks: Remark[] = config
    ? []
    : [{ kind: 'usage', text: configNotFoundMessage(name, account) }]
  return { candidate: config && configCandidate(config), remarks, isDatabaseUnavailable: false }
}

/** The current mail server, with a remark on each server before it that cannot be used. */
export async function currentTarget({ resolver }: Services, account?: string): Promise<Target> {
  const { candidates, steps, databaseError } = await resolver.resolve(account)
  const selected = steps.findIndex(({ state }) => state === 'selected')
  const skipped = steps.slice(0, selected < 0 ? undefined : selected)
  const remarks: Remark[] = skipped.map(({ state, message }) => {
    const isError = state === 'unusable' || databaseError !== null || selected < 0
    return { kind: isError ? 'error' : 'note', text: format(en, message) }
  })
  if (candidates.length === 0) {
    remarks.push({ kind: 'error', text: 'No mail server is configured' })
  }
  const isDatabaseUnavailable = databaseError !== null
  return { candidate: candidates[0] ?? null, remarks, isDatabaseUnavailable }
}

/** The subject of a test of this candidate: the settings that it has now, whatever is saved later. */
export function toTestSubject(candidate: Candidate, account?: string): TestSubject {
  const { source, id, revision, settingsHash } = candidate
  if (source === 'environment') {
    return { configId: null, scope: SITE_SCOPE, revision: null, settingsHash: null }
  }
  const scope = source === 'account' && account !== undefined ? accountScope(account) : SITE_SCOPE
  return { configId: id, scope, revision, settingsHash }
}

/** A flag that is given twice is a list, and `--no-config` is false. */
function isText(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value !== '')
}

function isAccount(id: string | undefined): boolean {
  try {
    return id === undefined || accountScope(id) !== ''
  } catch {
    return false
  }
}

async function isAddress(address: string | undefined): Promise<boolean> {
  const [refused] = await vine.create(emailRule().optional()).tryValidate(address)
  return !refused
}
