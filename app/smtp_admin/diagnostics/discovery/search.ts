import { setTimeout } from 'node:timers/promises'
import { findByAutoconfig, findByIspdb, findByIspdbOfMx } from './autoconfig_source.js'
import { Unanswered } from './dns_client.js'
import type { Findings } from './findings.js'
import type { SourceResult, Inquiry } from './inquiry.js'
import { findByMx, findByPreset } from './preset_source.js'
import { findByProbing } from './probe_source.js'
import { SUBMISSION_SERVICES, findBySrv } from './srv_source.js'
import type { DiscoverySource, DiscoverySwitches } from './types.js'

type Question = [source: DiscoverySource, ask: () => Promise<SourceResult>]

/**
 * Asks everybody at once who may know, and connects to servers only if nobody does. A domain of a
 * known provider is an answer in itself: then nobody is asked.
 *
 * @param patience milliseconds to wait for answers before connecting begins
 */
export async function search(
  inquiry: Inquiry,
  switches: Required<DiscoverySwitches>,
  patience: number,
  findings: Findings
): Promise<void> {
  findings.add('preset', findByPreset(inquiry))
  if (findings.count > 0) {
    return
  }
  const asked = Promise.all(
    questions(inquiry, switches).map(async ([source, ask], order) => {
      findings.add(source, await answerOf(ask, inquiry.signal), order)
    })
  )
  // Whoever knows says so in a moment. Waiting longer would leave no time for connecting.
  const patient = setTimeout(patience, undefined, { signal: inquiry.signal }).catch(() => {})
  await Promise.race([asked, patient])
  if (switches.probe && findings.count === 0) {
    await connect(inquiry, findings)
  }
  inquiry.giveUp()
  await asked
}

function questions(inquiry: Inquiry, { dns, autoconfig, ispdb }: Required<DiscoverySwitches>) {
  const all: Question[] = []
  if (dns) {
    all.push(['mx', () => findByMx(inquiry)])
    SUBMISSION_SERVICES.forEach((it) => all.push(['srv', () => findBySrv(inquiry, it)]))
  }
  if (autoconfig) {
    const { autoconfigUrls } = inquiry.options
    autoconfigUrls.forEach((it) => all.push(['autoconfig', () => findByAutoconfig(inquiry, it)]))
  }
  if (ispdb) {
    all.push(['ispdb', () => findByIspdb(inquiry)])
  }
  if (ispdb && dns) {
    all.push(['ispdb', () => findByIspdbOfMx(inquiry)])
  }
  return all
}

async function connect(inquiry: Inquiry, findings: Findings) {
  for (const finding of await findByProbing(inquiry)) {
    findings.add('probe', finding)
  }
}

async function answerOf(
  ask: () => Promise<SourceResult>,
  signal: AbortSignal
): Promise<SourceResult> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Unanswered) {
      return { servers: [], outcome: error.phrase }
    }
    if (signal.aborted) {
      return { servers: [], outcome: { key: 'discovery.notInTime' } }
    }
    throw error
  }
}
