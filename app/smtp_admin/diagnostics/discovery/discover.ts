import { isIP } from 'node:net'
import type { Message } from '../../i18n/types.js'
import { readPastedServer } from '../pasted_server.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { DnsClient } from './dns_client.js'
import { Findings } from './findings.js'
import {
  DEFAULT_AUTOCONFIG_URLS,
  DEFAULT_ISPDB_URL,
  DEFAULT_PROBE_PORTS,
  type Inquiry,
} from './inquiry.js'
import { search } from './search.js'
import type { DiscoveryOptions, DiscoveryResult, DiscoverySwitches } from './types.js'

const DEADLINE = 5
const ALL: Required<DiscoverySwitches> = { ispdb: true, autoconfig: true, dns: true, probe: true }
const NONE: typeof ALL = { ispdb: false, autoconfig: false, dns: false, probe: false }

/** The part of a host that names its service, as people put it before their domain. */
const SERVICE = /^(?:smtp|mail|mx)\d*\./

/**
 * Looks for the settings by which mail of an address or a domain is sent. Of an address nothing but
 * its domain is used or told to anybody. Never rejects for what somebody entered or answered: when the
 * time is up, what was found by then is the result.
 */
export async function discover(
  input: string,
  options: DiscoveryOptions = {}
): Promise<DiscoveryResult> {
  const read = readPastedServer(input)
  const problem = 'problem' in read ? unreadable(input) : problemOf(read.host)
  if ('problem' in read || problem) {
    return { domain: null, problem, servers: [], attempts: [], ms: 0 }
  }
  const started = performance.now()
  const deadline = (options.deadline ?? DEADLINE) * 1000
  const switches = options.sources === false ? NONE : { ...ALL, ...options.sources }
  const inquiry = inquiryOf(read.host, options, switches.dns, deadline)
  const findings = new Findings()
  try {
    await search(inquiry, switches, deadline / 2, findings)
  } finally {
    inquiry.giveUp()
  }
  const ms = Math.round(performance.now() - started)
  return { domain: inquiry.domain, problem: null, ...findings.result(), ms }
}

function unreadable(input: string): Message {
  return { key: input.trim() === '' ? 'discovery.nothingEntered' : 'discovery.unreadable' }
}

function problemOf(host: string): Message | null {
  if (isIP(host)) {
    return { key: 'discovery.ipAddress' }
  }
  return host.includes('.') ? null : { key: 'discovery.noDomain' }
}

function inquiryOf(
  host: string,
  options: DiscoveryOptions,
  hasMx: boolean,
  deadline: number
): Inquiry {
  const over = new AbortController()
  const signals = [over.signal, AbortSignal.timeout(deadline), options.signal ?? over.signal]
  const signal = AbortSignal.any(signals)
  const isServer = SERVICE.test(host) && registrableDomain(host) !== host
  const domain = isServer ? host.replace(SERVICE, '') : host
  const dns = new DnsClient(options.dns, signal)
  let mx: ReturnType<Inquiry['mx']> | undefined
  return {
    ...{ domain, entered: isServer ? host : null, dns, signal },
    giveUp: () => over.abort(),
    mx: () => (mx ??= hasMx ? dns.mx(domain) : Promise.resolve([])),
    options: {
      ispdbUrl: options.ispdbUrl ?? DEFAULT_ISPDB_URL,
      autoconfigUrls: options.autoconfigUrls ?? DEFAULT_AUTOCONFIG_URLS,
      probePorts: options.probePorts ?? DEFAULT_PROBE_PORTS,
      allowPrivate: options.allowPrivate ?? false,
    },
  }
}
