import { isIP } from 'node:net'
import { english, say } from '../../i18n/format.js'
import { DnsClient, type NameServers, Unanswered } from '../discovery/dns_client.js'
import { readPastedServer } from '../pasted_server.js'
import { presetOfHost } from '../presets/presets.js'
import { checkDkim } from './dkim.js'
import { checkDmarc } from './dmarc.js'
import { checkSpf } from './spf.js'
import type { Judgement, SenderCheck, SenderFinding } from './types.js'

/** With what to look, and for how long. */
export interface SenderCheckOptions {
  /** Names the DKIM key; without it DKIM is not looked at. */
  selector?: string
  /** The server that will send, to see whether SPF lets it, if it is one of a known provider. */
  host?: string
  /** Default: those of this machine. */
  dns?: NameServers
  /** Seconds for everything. Default: 5. */
  deadline?: number
  signal?: AbortSignal
}

const DEADLINE = 5

/**
 * Looks up what receivers will look up to judge whether mail may come from this address: SPF, DMARC
 * and, given a selector, DKIM. Nothing but its domain is used. Never rejects: what could not be looked
 * up is unknown, which is no failure.
 */
export async function checkSender(
  fromAddress: string,
  options: SenderCheckOptions = {}
): Promise<SenderCheck> {
  const read = readPastedServer(fromAddress)
  if ('problem' in read || isIP(read.host) || !read.host.includes('.')) {
    return { domain: null, problem: english('sender.noAddress'), findings: [] }
  }
  const { host: domain } = read
  const over = new AbortController()
  const deadline = AbortSignal.timeout((options.deadline ?? DEADLINE) * 1000)
  const signals = [over.signal, deadline, options.signal ?? over.signal]
  const dns = new DnsClient(options.dns, AbortSignal.any(signals))
  const preset = presetOfHost(options.host ?? '')
  const findings = await Promise.all([
    finding('SPF', domain, () => checkSpf(domain, preset, dns)),
    finding('DMARC', `_dmarc.${domain}`, () => checkDmarc(domain, dns)),
    finding('DKIM', null, () => checkDkim(domain, options.selector, dns)),
  ])
  over.abort()
  return { domain, problem: null, findings }
}

async function finding(
  record: SenderFinding['record'],
  name: string | null,
  check: () => Promise<Judgement>
): Promise<SenderFinding> {
  const judgement = await check().catch((error: unknown): Judgement => {
    if (error instanceof Unanswered) {
      return { state: 'unknown', name, text: null, phrases: [error.phrase] }
    }
    throw error
  })
  const sentences = judgement.phrases.map((phrase) => say(english, phrase))
  return { record, ...judgement, detail: sentences.join(' ') }
}
