import { isIP } from 'node:net'
import { canonicalHost, isHost } from '../../models/host.js'
import type { Finding } from '../../models/test_report.js'
import type { DiscoveryOptions } from '../discovery/context.js'
import { DnsClient, type NameServers, LookupError } from '../discovery/dns.js'
import { findPresetByHost } from '../presets/presets.js'
import { checkDkim } from './dkim.js'
import { checkDmarc } from './dmarc.js'
import { checkSpf } from './spf.js'

/** Who sends, and through which server. */
export interface Sender {
  /** The from address. Only its domain is used. */
  from: string
  /** The SMTP server. For a known provider, SPF is checked against what the provider requires. */
  host: string
  /** The DKIM selector (RFC 6376); null: DKIM is not checked. */
  selector: string | null
}

/** Checks a sender until the signal aborts. */
export type SenderCheck = (sender: Sender, signal: AbortSignal) => Promise<Finding[]>

/** A check that makes no lookups when discovery by DNS is off. */
export function senderCheck(options: () => DiscoveryOptions): SenderCheck {
  return async (sender, signal) => {
    const { sources, dns } = options()
    const isOff = sources === false || sources?.dns === false
    return isOff ? [] : checkSenderDomain(sender, signal, dns)
  }
}

/**
 * Looks up the records that receivers use to authenticate mail from a domain: SPF, DMARC and, with a
 * selector, DKIM. Empty for an address without a domain. Never rejects: a failed lookup is a finding
 * in the state `unknown`.
 *
 * @param servers default: the name servers of this machine
 */
export async function checkSenderDomain(
  { from, host, selector }: Sender,
  signal: AbortSignal,
  servers?: NameServers
): Promise<Finding[]> {
  const domain = canonicalHost(/^\S+@([^\s@]+)$/.exec(from)?.[1] ?? '')
  if (!isHost(domain) || isIP(domain) !== 0 || !domain.includes('.')) {
    return []
  }
  const finished = new AbortController()
  const dns = new DnsClient(servers, AbortSignal.any([finished.signal, signal]))
  const checks = [
    toFinding('SPF', checkSpf(domain, findPresetByHost(host), dns)),
    toFinding('DMARC', checkDmarc(domain, dns)),
    ...(selector ? [toFinding('DKIM', checkDkim(domain, selector, dns))] : []),
  ]
  const findings = await Promise.all(checks)
  finished.abort()
  return findings
}

async function toFinding(
  name: Finding['name'],
  check: Promise<Omit<Finding, 'name'>>
): Promise<Finding> {
  try {
    return { name, ...(await check) }
  } catch (error) {
    if (error instanceof LookupError) {
      return { name, state: 'unknown', messages: [error.reason] }
    }
    throw error
  }
}
