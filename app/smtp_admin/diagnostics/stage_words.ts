import type { Correction, Stage, StageName, StageState, Verdict } from '../models/test_report.js'
import { sayInTurn } from '../i18n/kept.js'
import type { Phrase, Translate } from '../i18n/types.js'

/** How a step ended, as one sign: never without its words next to it. */
export const STATE_MARKS: Record<StageState, string> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  not_reached: '○',
  cancelled: '■',
}

/** What a step of a test is called. */
export function stageTitle(translate: Translate, name: StageName): string {
  return translate(`stages.title.${name}`)
}

/** As in “Does not work: login failed”. */
export function describeVerdict(translate: Translate, verdict: Verdict, stages: Stage[]): string {
  const failed = stages.find(({ state }) => state === 'failed')
  return translate(`stages.verdict.${verdict === 'failed' && failed ? failed.name : verdict}`)
}

/** As in “Try port 465 with TLS”. */
export function describeCorrection(translate: Translate, correction: Correction): string {
  return sayInTurn(translate, correctionPhrases(correction))
}

function correctionPhrases({ host, port, encryption, username, fromEmail }: Correction): Phrase[] {
  const phrases: (Phrase | false)[] = [
    host !== undefined && { key: 'stages.try.host', values: { host } },
    port !== undefined && {
      key: encryption ? `stages.try.port_${encryption}` : 'stages.try.port',
      values: { port },
    },
    port === undefined && encryption !== undefined && { key: `stages.try.${encryption}` },
    username === null && { key: 'stages.try.no_username' },
    typeof username === 'string' && { key: 'stages.try.username', values: { username } },
    Boolean(fromEmail) && { key: 'stages.try.from', values: { address: fromEmail } },
  ]
  return phrases.filter((phrase) => phrase !== false)
}
