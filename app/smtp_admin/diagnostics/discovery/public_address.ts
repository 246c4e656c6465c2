import { BlockList, isIP } from 'node:net'
import { type DnsClient, LookupError } from './dns.js'

/** IPv4 ranges that are not public (RFC 6890), cloud metadata services included (169.254.0.0/16). */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** The allocated IPv6 range, and IPv4 in IPv6, which is checked as IPv4. */
const GLOBAL_IPV6 = ['2000::/3', '::ffff:0:0/96']

const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const special = toBlockList([...SPECIAL_IPV4, ...SPECIAL_IPV6])
const global = toBlockList(GLOBAL_IPV6)

/** Whether an IP address is reachable on the public internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4')
    case 6:
      return global.check(address, 'ipv6') && !special.check(address, 'ipv6')
    default:
      return false
  }
}

/**
 * The addresses of a host that may be connected to. Connect to one of these: a second lookup of the
 * name could return another address.
 *
 * @throws LookupError
 */
export async function resolvePublic(
  host: string,
  dns: DnsClient,
  allowPrivate: boolean
): Promise<string[]> {
  const addresses = await dns.addresses(host)
  if (!addresses || addresses.length === 0) {
    const key = addresses ? 'discovery.noAddress' : 'discovery.noName'
    throw new LookupError({ key, params: { host } })
  }
  const allowed = allowPrivate ? addresses : addresses.filter(isPublicAddress)
  if (allowed.length === 0) {
    throw new LookupError({ key: 'discovery.notPublic', params: { host } })
  }
  return allowed
}

function toBlockList(ranges: string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network, prefix] = range.split('/')
    list.addSubnet(network, Number(prefix), isIP(network) === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}
