import type { Correction, Stage, StageName, StageState, Verdict } from '../models/test_report.js'
import type { Encryption } from '../types.js'

/** The steps of a test for people, and what it means that one has failed. */
export const STAGE_WORDS: Record<StageName, { title: string; failed: string }> = {
  policy: { title: 'Settings', failed: 'the settings are not valid' },
  lookup: { title: 'Name lookup', failed: 'the name was not found' },
  connect: { title: 'Connection', failed: 'no connection' },
  greeting: { title: 'Greeting', failed: 'no greeting' },
  ehlo: { title: 'Introduction', failed: 'the introduction was refused' },
  tls: { title: 'Encryption', failed: 'encryption failed' },
  login: { title: 'Login', failed: 'login failed' },
  sender: { title: 'Sender', failed: 'the sender was refused' },
  recipient: { title: 'Recipient', failed: 'the recipient was refused' },
  message: { title: 'Message', failed: 'the message was refused' },
}

/** How a step ended, as one sign: never without its words next to it. */
export const STATE_MARKS: Record<StageState, string> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  not_reached: '○',
  cancelled: '■',
}

const ENCRYPTIONS: Record<Encryption, string> = {
  none: 'without encryption',
  starttls: 'with STARTTLS',
  tls: 'with TLS',
}

/** As in “Does not work: login failed”. */
export function describeVerdict(verdict: Verdict, stages: Stage[]): string {
  if (verdict !== 'failed') {
    return verdict === 'passed' ? 'Works' : 'Cancelled'
  }
  const failed = stages.find(({ state }) => state === 'failed')
  return failed ? `Does not work: ${STAGE_WORDS[failed.name].failed}` : 'Does not work'
}

/** As in “Try port 465 with TLS”. */
export function describeCorrection(correction: Correction): string {
  const { host, port, encryption, username, fromEmail } = correction
  const values = [
    host !== undefined && `host ${host}`,
    port !== undefined && `port ${port}`,
    encryption !== undefined && ENCRYPTIONS[encryption],
    username !== undefined && (username === null ? 'no username' : `username ${username}`),
    fromEmail && `from address ${fromEmail}`,
  ]
  return `Try ${values.filter(Boolean).join(' ')}`
}
