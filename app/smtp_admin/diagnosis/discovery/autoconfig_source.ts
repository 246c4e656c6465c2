import { registrableDomain } from '../presets/registrable_domain.js'
import { type OutgoingServer, readAutoconfig } from './autoconfig.js'
import { Unanswered } from './dns_client.js'
import { fetchDocument } from './fetch_document.js'
import { type Finding, type Inquiry, knownOf } from './inquiry.js'
import type { DiscoveredServer } from './types.js'

type Why = Pick<DiscoveredServer, 'source' | 'confidence' | 'reason'>

/** What a domain publishes for mail programs at one of its addresses. */
export async function findByAutoconfig(inquiry: Inquiry, template: string): Promise<Finding> {
  const { domain } = inquiry
  const address = template.replaceAll('{domain}', domain)
  const servers = await read(inquiry, address, domain, {
    source: 'autoconfig',
    confidence: 'high',
    reason: `${domain} publishes these settings for mail programs.`,
  })
  const nothing = `What ${new URL(address).host} publishes has no server for sending.`
  return { servers, detail: servers[0]?.reason ?? nothing }
}

/** What Mozilla's database has for a domain. */
export async function findByIspdb(inquiry: Inquiry): Promise<Finding> {
  const { domain } = inquiry
  const servers = await askIspdb(inquiry, domain, {
    source: 'ispdb',
    confidence: 'high',
    reason: `Mozilla’s database of mail providers has these settings for ${domain}.`,
  })
  return { servers, detail: servers[0]?.reason ?? notInDatabase(domain) }
}

/** What Mozilla's database has for the provider that takes mail for the domain. */
export async function findByIspdbOfMx(inquiry: Inquiry): Promise<Finding> {
  const [mx] = (await inquiry.mx()) ?? []
  const provider = registrableDomain(mx?.host ?? '')
  if (!provider.includes('.') || provider === inquiry.domain) {
    return { servers: [], detail: 'Mozilla’s database was asked for no other domain.' }
  }
  const servers = await askIspdb(inquiry, provider, {
    source: 'ispdb',
    confidence: 'medium',
    reason: `Mozilla’s database has these settings for ${provider}, where mail for ${inquiry.domain} arrives.`,
  })
  return { servers, detail: servers[0]?.reason ?? notInDatabase(provider) }
}

async function askIspdb(inquiry: Inquiry, name: string, why: Why): Promise<DiscoveredServer[]> {
  const address = inquiry.options.ispdbUrl.replaceAll('{domain}', name)
  try {
    return await read(inquiry, address, inquiry.domain, why)
  } catch (error) {
    if (error instanceof Unanswered && /status 404/.test(error.message)) {
      return []
    }
    throw error
  }
}

async function read(inquiry: Inquiry, address: string, domain: string, why: Why) {
  const { dns, signal, options } = inquiry
  const { allowPrivate } = options
  const text = await fetchDocument(address, { dns, signal, allowPrivate })
  return readAutoconfig(text, domain).map((server) => discovered(server, why))
}

function discovered(server: OutgoingServer, why: Why): DiscoveredServer {
  const { host, port, encryption, usernameHint, isOAuthOnly } = server
  const known = knownOf(host)
  const { reason } = why
  return {
    ...{
      host,
      port,
      encryption,
      ...known,
      usernameHint: known.usernameHint ?? usernameHint,
      ...why,
    },
    reason: isOAuthOnly
      ? `${reason.slice(0, -1)}, but only for OAuth 2, not for passwords.`
      : reason,
  }
}

function notInDatabase(name: string) {
  return `Mozilla’s database of mail providers does not know ${name}.`
}
