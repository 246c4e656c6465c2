import { editDistance } from './edit_distance.js'
import { knownHosts } from './presets.js'
import { registrableDomain } from './registrable_domain.js'

const MOST_MISTAKES = 2

/** How near a known host is: mistakes in the registered name count before those in the rest. */
interface Nearness {
  host: string
  inDomain: number
  inHost: number
}

/**
 * The known host that was probably meant, as `smtp.gmail.com` for `smtp.gmial.com`. Null for a known
 * host, for one that is plainly another, and where two known ones are equally near: a wrong guess is
 * worse than none.
 */
export function nearestKnownHost(host: string): string | null {
  const typed = host.trim().toLowerCase().replace(/\.$/, '')
  const known = knownHosts()
  if (known.includes(typed) || !typed.includes('.') || typed.length > 253) {
    return null
  }
  const all = known.map((it) => nearness(typed, it))
  const isDomainKnown = all.some(({ inDomain }) => inDomain === 0)
  const [nearest, next] = all
    .filter((it) => (isDomainKnown ? isNearInDomain(it) : isTypoOfDomain(it)))
    .sort(compare)
  return nearest && !(next && compare(nearest, next) === 0) ? nearest.host : null
}

function nearness(typed: string, host: string): Nearness {
  return {
    host,
    inDomain: editDistance(registrableDomain(typed), registrableDomain(host), MOST_MISTAKES),
    inHost: editDistance(typed, host, host.length),
  }
}

/** The registered part is right: then the rest must be nearly so. */
function isNearInDomain({ inDomain, inHost }: Nearness): boolean {
  return inDomain === 0 && inHost <= MOST_MISTAKES
}

/** The registered part was mistyped: then what stands before it does not matter (`mail.gmial.com`). */
function isTypoOfDomain({ host, inDomain }: Nearness): boolean {
  return inDomain <= allowed(host)
}

/** Short names have too many neighbours: `gmx`, `aol` and `bol` are all somebody. */
function allowed(host: string): number {
  const name = registrableDomain(host).split('.')[0]
  if (name.length <= 3) {
    return 0
  }
  return name.length <= 5 ? 1 : MOST_MISTAKES
}

function compare(one: Nearness, other: Nearness): number {
  return one.inDomain - other.inDomain || one.inHost - other.inHost
}
