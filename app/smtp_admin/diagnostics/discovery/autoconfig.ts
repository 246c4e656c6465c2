import type { Message } from '../../i18n/types.js'
import { canonicalHost } from '../../models/host.js'
import type { Encryption } from '../../types/main.js'
import { isPublicName } from './context.js'
import { MAX_DOCUMENT_BYTES } from './fetch_safely.js'
import { LookupError } from './dns.js'

/** An SMTP server in an autoconfig document. */
export interface OutgoingServer {
  host: string
  port: number
  encryption: Encryption
  /** Null: the document names an unusual placeholder. */
  usernameHint: Message | null
  /** Whether the server accepts OAuth 2 only, no passwords. */
  isOAuthOnly: boolean
}

const MAX_SERVERS = 5
const MAX_VALUES = 9
const MAX_VALUE_LENGTH = 255

const ENCRYPTIONS = new Map<string, Encryption>([
  ['ssl', 'tls'],
  ['starttls', 'starttls'],
  ['plain', 'none'],
])

const USERNAMES = new Map<string, Message>([
  ['%EMAILADDRESS%', { key: 'providers.address' }],
  ['%EMAILLOCALPART%', { key: 'providers.localPart' }],
])

/**
 * The outgoing servers of an autoconfig document (Mozilla's format, version 1.1), in its order.
 * Incomplete and invalid servers are left out.
 *
 * @throws LookupError when it is no such document
 */
export function parseAutoconfig(xml: string, domain: string): OutgoingServer[] {
  if (xml.length > MAX_DOCUMENT_BYTES || !xml.includes('<clientConfig')) {
    throw new LookupError({ key: 'discovery.noConfigurationFile' })
  }
  // Document types define entities. No valid document has one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new LookupError({ key: 'discovery.documentType' })
  }
  return outgoingServers(xml)
    .slice(0, MAX_SERVERS)
    .map((elements) => toServer(elements, domain))
    .filter((server) => server !== null)
}

/** The texts of elements by the name of the element. */
type Elements = Map<string, string[]>

function outgoingServers(xml: string): Elements[] {
  const servers: Elements[] = []
  let server: Elements | null = null
  let element = ''
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open' && token.name === 'outgoingServer') {
      const attributes = token.attributes.slice(0, MAX_VALUE_LENGTH)
      server = /\stype\s?=\s?["']smtp["']/i.test(attributes) ? new Map() : null
    } else if (token.kind === 'open') {
      element = token.name
    } else if (token.kind === 'text') {
      const texts = server?.get(element) ?? []
      server?.set(element, [...texts, token.text.slice(0, MAX_VALUE_LENGTH)].slice(-MAX_VALUES))
    } else {
      element = ''
      if (token.name === 'outgoingServer' && server) {
        servers.push(server)
        server = null
      }
    }
  }
  return servers
}

function toServer(elements: Elements, domain: string): OutgoingServer | null {
  const text = (name: string) => elements.get(name)?.[0] ?? ''
  const host = canonicalHost(text('hostname').replaceAll('%EMAILDOMAIN%', domain))
  const port = /^\d{1,5}$/.test(text('port')) ? Number(text('port')) : 0
  const encryption = ENCRYPTIONS.get(text('socketType').toLowerCase())
  const methods = elements.get('authentication') ?? []
  if (!isPublicName(host) || port < 1 || port > 65535 || !encryption) {
    return null
  }
  return {
    host,
    port,
    encryption,
    usernameHint: USERNAMES.get(text('username')) ?? null,
    isOAuthOnly: methods.length > 0 && methods.every((method) => method === 'OAuth2'),
  }
}

export type XmlToken =
  | { kind: 'open'; name: string; attributes: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

const XML_SECTIONS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/**
 * Reads the tags and texts of an XML document, in linear time. Knows no entities, namespaces or
 * nesting, tolerates malformed documents, and stops at an unclosed tag.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    const text = xml.slice(at, start < 0 ? undefined : start).trim()
    if (text) {
      yield { kind: 'text', text }
    }
    if (start < 0) {
      return
    }
    const section = XML_SECTIONS.find(([opening]) => xml.startsWith(opening, start))
    const [opening, closing] = section ?? ['<', '>']
    const end = xml.indexOf(closing, start + opening.length)
    if (end < 0) {
      return
    }
    yield* sectionTokens(opening, xml.slice(start + opening.length, end))
    at = end + closing.length
  }
}

function* sectionTokens(opening: string, content: string): Generator<XmlToken> {
  if (opening === '<![CDATA[') {
    yield { kind: 'text', text: content.trim() }
  }
  if (opening !== '<' || content.startsWith('!')) {
    return
  }
  const [name] = content.replace(/^\//, '').split(/[\s/]/, 1)
  if (!content.startsWith('/')) {
    yield { kind: 'open', name, attributes: content.slice(name.length) }
  }
  if (content.startsWith('/') || content.endsWith('/')) {
    yield { kind: 'close', name }
  }
}
