import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type LookupFunction, isIP } from 'node:net'
import { plainLine } from '../../sanitize.js'
import { checkedAddresses } from './checked_addresses.js'
import { type DnsClient, Unanswered } from './dns_client.js'

/** With what, and how far, to fetch. */
export interface FetchOptions {
  dns: DnsClient
  allowPrivate: boolean
  signal: AbortSignal
}

/** A configuration file for mail programs has two or three kilobytes. */
export const MOST_BYTES = 64 * 1024
const MOST_REDIRECTS = 3

/**
 * Fetches a small document from a stranger: from a checked address only, with nothing that tells who
 * asks, redirected to https only and not often, bounded in size, until the signal ends it.
 *
 * @throws Unanswered, with a sentence that says why there is no document
 */
export async function fetchDocument(address: string, options: FetchOptions): Promise<string> {
  let url = URL.parse(address)
  if (!url) {
    throw new Unanswered({ key: 'discovery.noWebAddress' })
  }
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await open(url, options)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) {
      return readBody(response, url, options.signal)
    }
    response.destroy()
    if (statusCode < 300 || statusCode > 399 || !headers.location) {
      throw new Unanswered({
        key: 'discovery.status',
        params: { host: url.host, status: statusCode },
      })
    }
    url = redirection(url, headers.location)
  }
  throw new Unanswered({ key: 'discovery.redirectedTooOften', params: { host: url.host } })
}

function redirection(from: URL, location: string): URL {
  const to = URL.parse(location, from.href)
  if (!to || to.protocol !== 'https:' || to.username || to.password) {
    throw new Unanswered({ key: 'discovery.redirectedAway', params: { host: from.host } })
  }
  return to
}

async function open(url: URL, options: FetchOptions): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await checkedAddresses(host, options.dns, options.allowPrivate)
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    agent: false,
    headers: { 'accept': 'application/xml, text/xml', 'accept-encoding': 'identity' },
    lookup: always(addresses),
    signal: options.signal,
  } satisfies RequestOptions)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  request.once('response', resolve)
  request.on('error', (error) => reject(unanswered(url, error, options.signal)))
  request.end()
  return promise
}

/** A lookup that knows its answer. */
function always(addresses: string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_, { all }, done) => {
    if (all) {
      done(null, known)
    } else {
      done(null, known[0].address, known[0].family)
    }
  }
}

async function readBody(response: IncomingMessage, url: URL, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MOST_BYTES) {
        throw new Unanswered({
          key: 'discovery.tooLong',
          params: { host: url.host, size: MOST_BYTES / 1024 },
        })
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw unanswered(url, error, signal)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function unanswered(url: URL, error: unknown, signal: AbortSignal): Unanswered {
  if (error instanceof Unanswered) {
    return error
  }
  const { code, name } = error as NodeJS.ErrnoException
  const { host } = url
  return new Unanswered(
    signal.aborted
      ? { key: 'discovery.hostNotInTime', params: { host } }
      : {
          key: 'discovery.hostNotAsked',
          params: { host, problem: plainLine(String(code ?? name), 60) },
        }
  )
}
