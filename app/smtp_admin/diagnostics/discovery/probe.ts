import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Message, MessageKey } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'
import {
  type DiscoveredServer,
  type DiscoveryContext,
  type ProbePort,
  type SourceResult,
  isPublicName,
  presetDefaults,
} from './context.js'
import { resolvePublic } from './public_address.js'
import { LookupError } from './dns.js'

interface ProbeResult {
  /** The encryption that the server supports. */
  encryption: Encryption
  /** Whether the certificate is valid for the host. */
  isTrusted: boolean
}

interface LikelyHost {
  host: string
  /** Whether the name is one for users, rather than for other servers. */
  isSubmission: boolean
}

/** How long one server may take to greet. */
const PROBE_MS = 2500
const MAX_REPLY_BYTES = 64 * 1024

/** Servers that receive mail often accept it from users, too. */
const MAX_MX_HOSTS = 2

/** Connects to the likely mail servers of a domain on the usual ports, in parallel. */
export async function findByProbing(context: DiscoveryContext): Promise<SourceResult[]> {
  const hosts = await likelyHosts(context)
  return Promise.all(hosts.map((host) => probeHost(context, host)))
}

async function likelyHosts({ domain, host, mx }: DiscoveryContext): Promise<LikelyHost[]> {
  const names = [`smtp.${domain}`, `mail.${domain}`]
  const submission = [...new Set(host === null ? names : [host, ...names])]
  const mxHosts = (await mx().catch(() => null)) ?? []
  const others = mxHosts
    .map((record) => record.host)
    .filter((name) => isPublicName(name) && !submission.includes(name))
  return [
    ...submission.map((name) => ({ host: name, isSubmission: true })),
    ...others.slice(0, MAX_MX_HOSTS).map((name) => ({ host: name, isSubmission: false })),
  ]
}

async function probeHost(context: DiscoveryContext, likely: LikelyHost): Promise<SourceResult> {
  const { host } = likely
  const { dns, signal, options } = context
  try {
    const [address] = await resolvePublic(host, dns, options.allowPrivate)
    const probes = options.probePorts.map(async (port) => {
      const result = await probe(host, address, port, signal)
      return result && toServer(likely, port, result)
    })
    const answers = await Promise.all(probes)
    const servers = answers.filter((server) => server !== null)
    const ports = options.probePorts.map(({ port }) => port).join(', ')
    const silent: Message = { key: 'discovery.silent', params: { host, ports } }
    return { servers, outcome: servers[0]?.reason ?? silent }
  } catch (error) {
    if (error instanceof LookupError) {
      return { servers: [], outcome: error.reason }
    }
    throw error
  }
}

/**
 * Connects, reads greeting and EHLO reply, and upgrades to TLS if possible. Sends nothing but EHLO and
 * STARTTLS, so it accepts any certificate. Null: no SMTP server answers.
 *
 * @param address an address of the host that may be connected to
 */
async function probe(
  host: string,
  address: string,
  { port, encryption }: ProbePort,
  signal: AbortSignal
): Promise<ProbeResult | null> {
  const connection = new SMTPConnection({
    host: address,
    port,
    secure: encryption === 'tls',
    tls: { servername: isIP(host) ? undefined : host, rejectUnauthorized: false },
    connectionTimeout: PROBE_MS,
    greetingTimeout: PROBE_MS,
    socketTimeout: PROBE_MS,
    socketCloseTimeout: 0,
    maxResponseSize: MAX_REPLY_BYTES,
  })
  const { promise, resolve } = Promise.withResolvers<ProbeResult | null>()
  const giveUp = () => resolve(null)
  const ended = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)])
  ended.addEventListener('abort', giveUp, { once: true })
  connection.on('error', giveUp)
  connection.once('end', giveUp)
  connection.connect((error) => resolve(error ? null : toResult(connection, encryption)))
  if (ended.aborted) {
    giveUp()
  }
  try {
    return await promise
  } finally {
    ended.removeEventListener('abort', giveUp)
    connection.close()
  }
}

function toResult(connection: SMTPConnection, expected: 'starttls' | 'tls'): ProbeResult {
  const socket = connection._socket
  return {
    encryption: connection.secure ? expected : 'none',
    isTrusted: socket instanceof TLSSocket && socket.authorized,
  }
}

function toServer(
  { host, isSubmission }: LikelyHost,
  { port }: ProbePort,
  result: ProbeResult
): DiscoveredServer {
  return {
    host,
    port,
    encryption: result.encryption,
    ...presetDefaults(host),
    source: 'probe',
    // A port and a name for users with a valid certificate are hardly a coincidence.
    confidence: isSubmission && result.isTrusted && port !== 25 ? 'medium' : 'low',
    reason: { key: reasonKey(result), params: { host, port } },
  }
}

function reasonKey({ encryption, isTrusted }: ProbeResult): MessageKey {
  if (encryption === 'none') {
    return 'discovery.answeredInClear'
  }
  if (encryption === 'tls') {
    return isTrusted ? 'discovery.answeredTls' : 'discovery.answeredTlsUntrusted'
  }
  return isTrusted ? 'discovery.answeredStarttls' : 'discovery.answeredStarttlsUntrusted'
}
