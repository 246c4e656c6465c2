import dns from 'node:dns'
import { isIP } from 'node:net'
import { getActiveTest } from '@japa/runner'
import { DnsServer, type Zone } from './dns_server.js'

/** What the system says where a name server says these. */
const SYSTEM_CODES: Record<string, string> = { ESERVFAIL: 'EAI_AGAIN', ETIMEOUT: 'EAI_AGAIN' }

type Found = (error: Error | null, addresses?: object[]) => void

/** Makes this process ask a name server of its own, until the running test is over. */
export async function lookNamesUpIn(zone: Zone): Promise<DnsServer> {
  const server = await DnsServer.start(zone)
  const { Resolver, lookup } = dns
  class OwnResolver extends Resolver {
    constructor(options?: dns.ResolverOptions) {
      super(options)
      this.setServers([server.address])
    }
  }
  type Lookup = (name: string, options: object, done: Found) => void
  const ask: Lookup = (name, options, done) => {
    if (isIP(name)) {
      return (lookup as Lookup)(name, options, done)
    }
    new OwnResolver().resolve4(name, (error, addresses = []) => {
      const found = addresses.map((address) => ({ address, family: 4 }))
      const code = error && (SYSTEM_CODES[error.code ?? ''] ?? error.code)
      done(error && Object.assign(error, { code }), found)
    })
  }
  Object.assign(dns, { Resolver: OwnResolver, lookup: ask })
  getActiveTest()?.cleanup(() => void Object.assign(dns, { Resolver, lookup }))
  return server
}
