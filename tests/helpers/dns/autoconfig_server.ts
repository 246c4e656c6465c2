import { type RequestListener, createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { validCertificate } from '../smtp/certificates.js'
import { LocalServer } from '../smtp/local_server.js'

/** How a request is answered: with a document, or in any other way. */
export type Page = string | RequestListener

/** A server of configuration files for mail programs, by path; what it does not have is 404. */
export class AutoconfigServer extends LocalServer {
  /** The requests, as in `GET /mail/config-v1.1.xml`, each with its headers. */
  readonly requests: { line: string; headers: Record<string, unknown> }[] = []
  readonly #scheme: 'http' | 'https'

  static async start(pages: Record<string, Page> = {}): Promise<AutoconfigServer> {
    const listener: RequestListener = (request, response) =>
      server.#answer(pages, request, response)
    const server = new AutoconfigServer(createServer(listener), 'http')
    return server.listen()
  }

  /** With a certificate that the authority of the tests has signed for this machine. */
  static async startTls(pages: Record<string, Page> = {}): Promise<AutoconfigServer> {
    const listener: RequestListener = (request, response) =>
      server.#answer(pages, request, response)
    const http = createTlsServer(await validCertificate(), listener)
    const server = new AutoconfigServer(http, 'https')
    return server.listen()
  }

  private constructor(http: ReturnType<typeof createServer>, scheme: 'http' | 'https') {
    super(http)
    this.#scheme = scheme
  }

  /** The address of a page here. */
  url(path: string): string {
    return `${this.#scheme}://${this.host}:${this.port}${path}`
  }

  #answer(pages: Record<string, Page>, ...[request, response]: Parameters<RequestListener>) {
    this.requests.push({ line: `${request.method} ${request.url}`, headers: request.headers })
    this.changed()
    const page = pages[request.url ?? '']
    if (typeof page === 'function') {
      page(request, response)
    } else {
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/xml' }).end(page)
    }
  }
}

/** A configuration file with this in it for sending. */
export function autoconfigFile(outgoing: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="example.test">
    <domain>example.test</domain>
    <incomingServer type="imap">
      <hostname>imap.example.test</hostname>
      <port>993</port>
      <socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username>
    </incomingServer>
    ${outgoing}
  </emailProvider>
</clientConfig>`
}

/** A server for sending in such a file. */
export function outgoingServer(values: {
  hostname: string
  port?: number | string
  socketType?: string
  username?: string
  authentication?: string
}): string {
  const { port = 587, socketType = 'STARTTLS', username = '%EMAILADDRESS%' } = values
  const authentication = values.authentication ?? 'password-cleartext'
  return `<outgoingServer type="smtp">
      <hostname>${values.hostname}</hostname>
      <port>${port}</port>
      <socketType>${socketType}</socketType>
      <authentication>${authentication}</authentication>
      <username>${username}</username>
    </outgoingServer>`
}
