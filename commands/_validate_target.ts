import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import { configNotFoundMessage } from '../app/smtp_admin/command_problem.js'
import { en, format } from '../app/smtp_admin/i18n/format.js'
import { type Candidate, configCandidate } from '../app/smtp_admin/resolution/candidate.js'
import { withTimeout } from '../app/smtp_admin/resolution/database_error.js'
import type { Services } from '../app/smtp_admin/services.js'

/** Something to say about the choice; `misuse`: what was asked for is not there. */
export interface Remark {
  kind: 'note' | 'error' | 'misuse'
  text: string
}

/** Which server smtp:validate is to test, and why. */
export interface Target {
  /** Null: there is none. */
  candidate: Candidate | null
  remarks: Remark[]
  isDatabaseAway: boolean
}

/** The configuration of a name; none when there is no such thing. */
export async function namedTarget(
  { config: { databaseTimeout } }: Services,
  name: string,
  account?: string
): Promise<Target> {
  const config = await withTimeout(SmtpConfig.findNamed(name, account), databaseTimeout)
  const remarks: Remark[] = config
    ? []
    : [{ kind: 'misuse', text: configNotFoundMessage(name, account) }]
  return { candidate: config && configCandidate(config), remarks, isDatabaseAway: false }
}

/** The server in effect, with a word on each that comes before it and cannot be used. */
export async function targetInEffect({ resolver }: Services, account?: string): Promise<Target> {
  const { candidates, steps, databaseError } = await resolver.resolve(account)
  const inEffect = steps.findIndex(({ state }) => state === 'selected')
  const passedOver = steps.slice(0, inEffect < 0 ? undefined : inEffect)
  const remarks: Remark[] = passedOver.map(({ state, message }) => {
    const isFault = state === 'unusable' || databaseError !== null || inEffect < 0
    return { kind: isFault ? 'error' : 'note', text: format(en, message) }
  })
  if (candidates.length === 0) {
    remarks.push({ kind: 'error', text: 'There is no mail server to send through' })
  }
  return { candidate: candidates[0] ?? null, remarks, isDatabaseAway: databaseError !== null }
}
