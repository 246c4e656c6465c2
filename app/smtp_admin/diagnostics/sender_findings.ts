import type { SenderFinding } from '../models/test_report.js'
import type { DiscoveryOptions } from './discovery/types.js'
import { checkSender } from './email_auth/check_sender.js'

/** Whose mail is looked at. */
export interface Sender {
  /** The from address. */
  from: string
  /** The server that will send it. */
  host: string
  /** Names the DKIM key (RFC 6376); without it DKIM is not looked at. */
  selector: string | null
}

/** Looks at a sender's domain, until the signal says that it is enough. */
export type SenderLook = (sender: Sender, signal: AbortSignal) => Promise<SenderFinding[]>

/**
 * What receivers will find in DNS about a sender, as it is kept with a test. Nothing, where asking DNS
 * is switched off.
 */
export function senderLook(options: () => DiscoveryOptions): SenderLook {
  return async ({ from, host, selector }, signal) => {
    const { sources, dns } = options()
    if (sources === false || sources?.dns === false) {
      return []
    }
    const named = selector ? { selector } : {}
    const { findings } = await checkSender(from, { host, ...named, dns, signal })
    return findings
      .filter(({ record }) => record !== 'DKIM' || selector !== null)
      .map(({ record, state, phrases, detail }) => ({ name: record, state, phrases, text: detail }))
  }
}
