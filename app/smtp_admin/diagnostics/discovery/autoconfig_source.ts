import type { Message } from '../../i18n/types.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { type OutgoingServer, readAutoconfig } from './autoconfig.js'
import { Unanswered } from './dns_client.js'
import { fetchDocument } from './fetch_document.js'
import { type SourceResult, type FoundServer, type Inquiry, knownOf } from './inquiry.js'

interface Why extends Pick<FoundServer, 'source' | 'confidence' | 'why'> {
  /** Why a server is offered that takes no passwords. */
  whyOAuthOnly: Message
}

/** What a domain publishes for mail programs at one of its addresses. */
export async function findByAutoconfig(inquiry: Inquiry, template: string): Promise<SourceResult> {
  const { domain } = inquiry
  const address = template.replaceAll('{domain}', domain)
  const servers = await read(inquiry, address, domain, {
    source: 'autoconfig',
    confidence: 'high',
    why: { key: 'discovery.published', params: { domain } },
    whyOAuthOnly: { key: 'discovery.publishedOAuth', params: { domain } },
  })
  const { host } = new URL(address)
  const nothing: Message = { key: 'discovery.publishedNone', params: { host } }
  return { servers, outcome: servers[0]?.why ?? nothing }
}

/** What Mozilla's database has for a domain. */
export async function findByIspdb(inquiry: Inquiry): Promise<SourceResult> {
  const { domain } = inquiry
  const servers = await askIspdb(inquiry, domain, {
    source: 'ispdb',
    confidence: 'high',
    why: { key: 'discovery.inDatabase', params: { domain } },
    whyOAuthOnly: { key: 'discovery.inDatabaseOAuth', params: { domain } },
  })
  return { servers, outcome: servers[0]?.why ?? notInDatabase(domain) }
}

/** What Mozilla's database has for the provider that takes mail for the domain. */
export async function findByIspdbOfMx(inquiry: Inquiry): Promise<SourceResult> {
  const { domain } = inquiry
  const [mx] = (await inquiry.mx()) ?? []
  const provider = registrableDomain(mx?.host ?? '')
  if (!provider.includes('.') || provider === domain) {
    return { servers: [], outcome: { key: 'discovery.databaseNotAsked' } }
  }
  const servers = await askIspdb(inquiry, provider, {
    source: 'ispdb',
    confidence: 'medium',
    why: { key: 'discovery.inDatabaseOfMx', params: { provider, domain } },
    whyOAuthOnly: { key: 'discovery.inDatabaseOfMxOAuth', params: { provider, domain } },
  })
  return { servers, outcome: servers[0]?.why ?? notInDatabase(provider) }
}

async function askIspdb(inquiry: Inquiry, name: string, why: Why): Promise<FoundServer[]> {
  const address = inquiry.options.ispdbUrl.replaceAll('{domain}', name)
  try {
    return await read(inquiry, address, inquiry.domain, why)
  } catch (error) {
    if (error instanceof Unanswered && error.phrase.params?.status === 404) {
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

function discovered(server: OutgoingServer, { whyOAuthOnly, ...told }: Why): FoundServer {
  const { host, port, encryption, usernameHint, isOAuthOnly } = server
  const known = knownOf(host)
  return {
    ...{ host, port, encryption, ...known, ...told },
    usernameHint: known.usernameHint ?? usernameHint,
    why: isOAuthOnly ? whyOAuthOnly : told.why,
  }
}

function notInDatabase(name: string): Message {
  return { key: 'discovery.notInDatabase', params: { name } }
}
