import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type LookupFunction, isIP } from 'node:net'
import { toSingleLine } from '../../sanitize.js'
import { type DnsClient, LookupError } from './dns.js'
import { resolvePublic } from './public_address.js'

export interface FetchOptions {
  dns: DnsClient
  allowPrivate: boolean
  signal: AbortSignal
}

/** Autoconfig documents have two or three kilobytes. */
export const MAX_DOCUMENT_BYTES = 64 * 1024
const MAX_REDIRECTS = 3
const MAX_CODE_LENGTH = 60

/**
 * Fetches a small document from an untrusted server: from public addresses only, without headers that
 * identify this app, with a size limit, and following few redirects, to https only.
 *
 * @throws LookupError
 */
export async function fetchSafely(address: string, options: FetchOptions): Promise<string> {
  let url = URL.parse(address)
  if (!url) {
    throw new LookupError({ key: 'discovery.noWebAddress' })
  }
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await open(url, options)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) {
      return readBody(response, url, options.signal)
    }
    response.destroy()
    if (statusCode < 300 || statusCode > 399 || !headers.location) {
      const params = { host: url.host, status: statusCode }
      throw new LookupError({ key: 'discovery.status', params })
    }
    url = redirect(url, headers.location)
  }
  throw new LookupError({ key: 'discovery.redirectedTooOften', params: { host: url.host } })
}

function redirect(from: URL, location: string): URL {
  const to = URL.parse(location, from.href)
  if (!to || to.protocol !== 'https:' || to.username || to.password) {
    throw new LookupError({ key: 'discovery.redirectedAway', params: { host: from.host } })
  }
  return to
}

async function open(url: URL, options: FetchOptions): Promise<IncomingMessage> {
  const { dns, allowPrivate, signal } = options
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await resolvePublic(host, dns, allowPrivate)
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    agent: false,
    headers: { 'accept': 'application/xml, text/xml', 'accept-encoding': 'identity' },
    lookup: fixedLookup(addresses),
    signal,
  } satisfies RequestOptions)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  request.once('response', resolve)
  request.on('error', (error) => reject(toLookupError(url, error, signal)))
  request.end()
  return promise
}

function fixedLookup(addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_, { all }, done) => {
    if (all) {
      done(null, found)
    } else {
      done(null, found[0].address, found[0].family)
    }
  }
}

async function readBody(response: IncomingMessage, url: URL, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MAX_DOCUMENT_BYTES) {
        const params = { host: url.host, size: MAX_DOCUMENT_BYTES / 1024 }
        throw new LookupError({ key: 'discovery.tooLong', params })
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw toLookupError(url, error, signal)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function toLookupError({ host }: URL, error: unknown, signal: AbortSignal): LookupError {
  if (error instanceof LookupError) {
    return error
  }
  if (signal.aborted) {
    return new LookupError({ key: 'discovery.hostNotInTime', params: { host } })
  }
  const { code, name } = error as NodeJS.ErrnoException
  const problem = toSingleLine(String(code ?? name), MAX_CODE_LENGTH)
  return new LookupError({ key: 'discovery.hostNotAsked', params: { host, problem } })
}
