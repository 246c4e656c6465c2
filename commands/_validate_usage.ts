import vine from '@vinejs/vine'
import { accountScope } from '../app/smtp_admin/models/scope.js'

/** A command line as Ace takes it apart. */
interface Parsed {
  flags: Record<string, unknown>
  unknownFlags: string[]
  /** What belongs to no flag and no argument. */
  _: (string | number)[]
}

/** What is wrong with how smtp:validate was written, in sentences; none: nothing. */
export async function usageProblems({ flags, unknownFlags, _: rest }: Parsed): Promise<string[]> {
  const { config, account, 'test-email': testEmail } = flags
  const problems = [
    ...unknownFlags.map((name) => `There is no option ${name.length === 1 ? '-' : '--'}${name}`),
    ...rest.map((word) => `"${word}" was not expected: smtp:validate takes options only`),
    !isText(config) && 'Name one configuration: --config="Primary Mail Server"',
    !(isText(account) && isAccount(account)) && 'Name one account by its id: --account=7',
    !(testEmail === '' || (isText(testEmail) && (await isAddress(testEmail)))) &&
      'Name one address for the test email: --test-email=you@example.com',
  ]
  return problems.filter((it) => it !== false)
}

/** Given once and with a value, if at all: twice makes a list, and `--no-config` is false. */
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
  const rules = vine.create(vine.string().email({ require_tld: false }).optional())
  const [refused] = await rules.tryValidate(address)
  return !refused
}
