import type { Message } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'
import { canonicalHost } from '../../models/host_name.js'
import { Unanswered } from './dns_client.js'
import { MOST_BYTES } from './fetch_document.js'
import { isInternetName } from './inquiry.js'
import { xmlTokens } from './xml_tokens.js'

/** A server for sending, as a configuration file for mail programs has it. */
export interface OutgoingServer {
  host: string
  port: number
  encryption: Encryption
  /** What the username is, in words, where the file says one of the usual things. */
  usernameHint: Message | null
  /** Whether it takes no passwords, only OAuth 2. */
  isOAuthOnly: boolean
}

const MOST_SERVERS = 5
const LONGEST_VALUE = 255
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
 * The servers for sending in a configuration file of Mozilla's format, version 1.1, in its order. A
 * server that is incomplete, or makes no sense, is left out.
 *
 * @throws Unanswered for what is no such file
 */
export function readAutoconfig(xml: string, domain: string): OutgoingServer[] {
  if (xml.length > MOST_BYTES || !xml.includes('<clientConfig')) {
    throw new Unanswered({ key: 'discovery.noConfigurationFile' })
  }
  // Nothing good needs a document type: it is where entities are defined.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new Unanswered({ key: 'discovery.documentType' })
  }
  return serversIn(xml)
    .slice(0, MOST_SERVERS)
    .flatMap((values) => serverOf(values, domain))
}

type Values = Map<string, string[]>

/** The values of each server for sending by the name of their element. */
function serversIn(xml: string): Values[] {
  const servers: Values[] = []
  let server: Values | null = null
  let field = ''
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open' && token.name === 'outgoingServer') {
      const isSmtp = /\stype\s?=\s?["']smtp["']/i.test(token.attributes.slice(0, LONGEST_VALUE))
      server = isSmtp ? new Map() : null
    } else if (token.kind === 'open') {
      field = token.name
    } else if (token.kind === 'text') {
      server?.set(
        field,
        [...(server.get(field) ?? []), token.text.slice(0, LONGEST_VALUE)].slice(-9)
      )
    } else {
      field = ''
      if (token.name === 'outgoingServer' && server) {
        servers.push(server)
        server = null
      }
    }
  }
  return servers
}

function serverOf(values: Values, domain: string): OutgoingServer[] {
  const value = (name: string) => values.get(name)?.[0] ?? ''
  const host = canonicalHost(value('hostname').replaceAll('%EMAILDOMAIN%', domain))
  const port = Number(value('port'))
  const encryption = ENCRYPTIONS.get(value('socketType').toLowerCase())
  const isPort = /^\d{1,5}$/.test(value('port')) && port > 0 && port <= 65535
  const authentication = values.get('authentication') ?? []
  if (!isInternetName(host) || !isPort || !encryption) {
    return []
  }
  return [
    {
      ...{ host, port, encryption },
      usernameHint: USERNAMES.get(value('username')) ?? null,
      isOAuthOnly: authentication.length > 0 && authentication.every((it) => it === 'OAuth2'),
    },
  ]
}
