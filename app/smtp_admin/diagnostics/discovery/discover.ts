import { isIP } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Message } from '../../i18n/types.js'
import { parseDomain } from '../../models/host.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import type {
  Confidence,
  DiscoveredServer,
  DiscoveryContext,
  DiscoveryOptions,
  DiscoveryResult,
  DiscoverySource,
  DiscoverySwitches,
  ProbePort,
  SourceResult,
} from './context.js'
import { DnsClient, LookupError } from './dns.js'
import { findByProbing } from './probe.js'
import {
  SUBMISSION_SERVICES,
  findByAutoconfig,
  findByIspdb,
  findByIspdbOfMx,
  findByMx,
  findByPreset,
  findBySrv,
} from './sources.js'

const DEFAULT_TIMEOUT = 5
const ALL_SOURCES = { ispdb: true, autoconfig: true, dns: true, probe: true }
const NO_SOURCES = { ispdb: false, autoconfig: false, dns: false, probe: false }

const ISPDB_URL = 'https://autoconfig.thunderbird.net/v1.1/{domain}'

/**
 * Where a domain publishes its autoconfig document. Mail programs add the user's address as a
 * parameter; it stays private here, and most servers do not need it.
 */
const AUTOCONFIG_URLS = [
  'https://autoconfig.{domain}/mail/config-v1.1.xml',
  'https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml',
]

/** RFC 8314 prefers implicit TLS. Port 25 is for server-to-server mail. */
const PROBE_PORTS: readonly ProbePort[] = [
  { port: 465, encryption: 'tls' },
  { port: 587, encryption: 'starttls' },
  { port: 2525, encryption: 'starttls' },
  { port: 25, encryption: 'starttls' },
]

const MAX_SERVERS = 12
const CONFIDENCE: Confidence[] = ['high', 'medium', 'low']
const SOURCES: DiscoverySource[] = ['preset', 'autoconfig', 'srv', 'ispdb', 'mx', 'probe']

/** The service label that users often put before their domain. */
const SERVICE = /^(?:smtp|mail|mx)\d*\./

/**
 * Finds the settings for sending mail of an email address or a domain. Only the domain of an address
 * is used. Never rejects because of the input or a server: when the time is up, the result contains
 * what was found so far.
 */
export async function discover(
  input: string,
  options: DiscoveryOptions = {}
): Promise<DiscoveryResult> {
  const host = parseDomain(input)
  const problem = host === null ? unreadable(input) : domainProblem(host)
  if (host === null || problem) {
    return { domain: null, problem, servers: [], attempts: [], ms: 0 }
  }
  const startedAt = performance.now()
  const timeout = (options.timeout ?? DEFAULT_TIMEOUT) * 1000
  const switches = options.sources === false ? NO_SOURCES : { ...ALL_SOURCES, ...options.sources }
  const context = createContext(host, options, switches.dns, timeout)
  const results = new Results()
  try {
    await runSources(context, switches, timeout / 2, results)
  } finally {
    context.abort()
  }
  const ms = Math.round(performance.now() - startedAt)
  return {
    domain: context.domain,
    problem: null,
    servers: results.servers,
    attempts: results.attempts,
    ms,
  }
}

function unreadable(input: string): Message {
  return { key: input.trim() === '' ? 'discovery.nothingEntered' : 'discovery.unreadable' }
}

function domainProblem(host: string): Message | null {
  if (isIP(host)) {
    return { key: 'discovery.ipAddress' }
  }
  return host.includes('.') ? null : { key: 'discovery.noDomain' }
}

function createContext(
  host: string,
  options: DiscoveryOptions,
  hasMx: boolean,
  timeout: number
): DiscoveryContext {
  const finished = new AbortController()
  const signals = [finished.signal, AbortSignal.timeout(timeout)]
  const signal = AbortSignal.any(options.signal ? [...signals, options.signal] : signals)
  const isServer = SERVICE.test(host) && registrableDomain(host) !== host
  const domain = isServer ? host.replace(SERVICE, '') : host
  const dns = new DnsClient(options.dns, signal)
  let mx: ReturnType<DiscoveryContext['mx']> | undefined
  return {
    domain,
    host: isServer ? host : null,
    dns,
    signal,
    abort: () => finished.abort(),
    mx: () => (mx ??= hasMx ? dns.mx(domain) : Promise.resolve([])),
    options: {
      ispdbUrl: options.ispdbUrl ?? ISPDB_URL,
      autoconfigUrls: options.autoconfigUrls ?? AUTOCONFIG_URLS,
      probePorts: options.probePorts ?? PROBE_PORTS,
      allowPrivate: options.allowPrivate ?? false,
    },
  }
}

type Lookup = [source: DiscoverySource, run: () => Promise<SourceResult>]

/**
 * Asks all sources in parallel, and probes servers only when none has an answer. The preset of a known
 * domain is enough: then nothing is looked up.
 *
 * @param patience milliseconds to wait for the sources before probing starts
 */
async function runSources(
  context: DiscoveryContext,
  switches: Required<DiscoverySwitches>,
  patience: number,
  results: Results
): Promise<void> {
  results.add('preset', findByPreset(context))
  if (results.count > 0) {
    return
  }
  const lookups = Promise.all(
    listLookups(context, switches).map(async ([source, run], order) => {
      results.add(source, await runLookup(run, context.signal), order)
    })
  )
  // Answers usually arrive within moments. Waiting longer would leave no time for probing.
  const patient = setTimeout(patience, undefined, { signal: context.signal }).catch(() => {})
  await Promise.race([lookups, patient])
  if (switches.probe && results.count === 0) {
    for (const result of await findByProbing(context)) {
      results.add('probe', result)
    }
  }
  context.abort()
  await lookups
}

function listLookups(
  context: DiscoveryContext,
  { dns, autoconfig, ispdb }: Required<DiscoverySwitches>
): Lookup[] {
  const lookups: Lookup[] = []
  if (dns) {
    lookups.push(['mx', () => findByMx(context)])
    for (const service of SUBMISSION_SERVICES) {
      lookups.push(['srv', () => findBySrv(context, service)])
    }
  }
  if (autoconfig) {
    for (const url of context.options.autoconfigUrls) {
      lookups.push(['autoconfig', () => findByAutoconfig(context, url)])
    }
  }
  if (ispdb) {
    lookups.push(['ispdb', () => findByIspdb(context)])
  }
  if (ispdb && dns) {
    lookups.push(['ispdb', () => findByIspdbOfMx(context)])
  }
  return lookups
}

async function runLookup(
  run: () => Promise<SourceResult>,
  signal: AbortSignal
): Promise<SourceResult> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof LookupError) {
      return { servers: [], outcome: error.reason }
    }
    if (signal.aborted) {
      return { servers: [], outcome: { key: 'discovery.notInTime' } }
    }
    throw error
  }
}

/** The results so far. Their order does not depend on which source answers first. */
class Results {
  #entries: { source: DiscoverySource; result: SourceResult; order: number }[] = []

  get count(): number {
    return this.#entries.reduce((sum, { result }) => sum + result.servers.length, 0)
  }

  /** @param order the position among the lookups of one source */
  add(source: DiscoverySource, result: SourceResult, order = 0): void {
    this.#entries.push({ source, result, order })
    this.#entries.sort(
      (one, other) =>
        SOURCES.indexOf(one.source) - SOURCES.indexOf(other.source) || one.order - other.order
    )
  }

  get attempts(): DiscoveryResult['attempts'] {
    return this.#entries.map(({ source, result: { servers, outcome } }) => {
      return { source, found: servers.length, outcome }
    })
  }

  /** Each once, with its best reason. */
  get servers(): DiscoveredServer[] {
    const servers = new Map<string, DiscoveredServer>()
    const ranked = this.#entries
      .flatMap(({ result }) => result.servers)
      .sort((one, other) => rank(one) - rank(other))
    for (const server of ranked) {
      const key = `${server.host} ${server.port} ${server.encryption}`
      servers.set(key, servers.get(key) ?? server)
    }
    return [...servers.values()].slice(0, MAX_SERVERS)
  }
}

function rank({ confidence, source, encryption }: DiscoveredServer): number {
  const unencrypted = encryption === 'none' ? 1 : 0
  return CONFIDENCE.indexOf(confidence) * 100 + unencrypted * 10 + SOURCES.indexOf(source)
}
