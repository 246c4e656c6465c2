import { BlockList, isIP } from 'node:net'

/**
 * Addresses that lead to this machine, its network or nowhere, by the registries of special-purpose
 * addresses (RFC 6890). An IPv4 address written as an IPv6 one is judged as what it is.
 */
const IPV4: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // The metadata services of clouds are in here.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of IPv6 only the part that has been given out; the rest of it, and ways to carry IPv4, are not. */
const IPV6_PUBLIC: [network: string, prefix: number] = ['2000::', 3]
const IPV6: [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const reserved = new BlockList()
const given = new BlockList()
IPV4.forEach(([network, prefix]) => reserved.addSubnet(network, prefix, 'ipv4'))
IPV6.forEach(([network, prefix]) => reserved.addSubnet(network, prefix, 'ipv6'))
given.addSubnet(...IPV6_PUBLIC, 'ipv6')
given.addSubnet('::ffff:0:0', 96, 'ipv6')

/** Whether anybody on the internet can be reached at this address. False for what is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !reserved.check(address, 'ipv4')
    case 6:
      return given.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
    default:
      return false
  }
}
