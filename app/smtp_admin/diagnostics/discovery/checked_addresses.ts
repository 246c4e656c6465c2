import { isPublicAddress } from './address_policy.js'
import { type DnsClient, Unanswered } from './dns_client.js'

/**
 * The addresses of a host that may be connected to. Whoever connects must use these and not look the
 * name up again: it may lead elsewhere the next time.
 *
 * @throws Unanswered, with a sentence that says why there are none
 */
export async function checkedAddresses(
  host: string,
  dns: DnsClient,
  allowPrivate: boolean
): Promise<string[]> {
  const found = await dns.addresses(host)
  if (!found || found.length === 0) {
    throw new Unanswered({
      key: found ? 'discovery.noAddress' : 'discovery.noName',
      params: { host },
    })
  }
  const allowed = allowPrivate ? found : found.filter(isPublicAddress)
  if (allowed.length === 0) {
    throw new Unanswered({ key: 'discovery.notPublic', params: { host } })
  }
  return allowed
}
