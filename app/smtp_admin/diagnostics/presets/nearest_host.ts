import { knownHosts } from './presets.js'
import { registrableDomain } from './registrable_domain.js'

const MAX_TYPOS = 2
const MAX_HOST_LENGTH = 253

interface Distance {
  host: string
  /** Typos in the registered domain. They count before those in the rest. */
  domain: number
  whole: number
}

/**
 * The known host that was probably meant, as in `smtp.gmail.com` for `smtp.gmial.com`. Null for a
 * known host, for a clearly different one, and for two equally near: a wrong suggestion is worse than
 * none.
 */
export function nearestKnownHost(host: string): string | null {
  const typed = host.trim().toLowerCase().replace(/\.$/, '')
  const known = knownHosts()
  if (known.includes(typed) || !typed.includes('.') || typed.length > MAX_HOST_LENGTH) {
    return null
  }
  const distances = known.map((it) => measure(typed, it))
  const isDomainKnown = distances.some(({ domain }) => domain === 0)
  const [nearest, next] = distances
    .filter(isDomainKnown ? isTypoOfHost : isTypoOfDomain)
    .sort(compare)
  return nearest && !(next && compare(nearest, next) === 0) ? nearest.host : null
}

function measure(typed: string, host: string): Distance {
  return {
    host,
    domain: editDistance(registrableDomain(typed), registrableDomain(host), MAX_TYPOS),
    whole: editDistance(typed, host, host.length),
  }
}

function isTypoOfHost({ domain, whole }: Distance): boolean {
  return domain === 0 && whole <= MAX_TYPOS
}

/** With a typo in the domain, what stands before it does not matter (`mail.gmial.com`). */
function isTypoOfDomain({ host, domain }: Distance): boolean {
  return domain <= allowedTypos(host)
}

/** Short names have many neighbours: `gmx`, `aol` and `bol` are all providers. */
function allowedTypos(host: string): number {
  const { length } = registrableDomain(host).split('.')[0]
  if (length <= 3) {
    return 0
  }
  return length <= 5 ? 1 : MAX_TYPOS
}

function compare(one: Distance, other: Distance): number {
  return one.domain - other.domain || one.whole - other.whole
}

/**
 * The letters to add, remove, replace or swap with their neighbour to turn one text into another
 * (optimal string alignment distance), or `limit + 1` when there are more than `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) {
    return limit + 1
  }
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    rows[row] = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      rows[row][column] = Math.min(
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + (isSame ? 0 : 1),
        isSwapped ? rows[row - 2][column - 2] + 1 : Number.POSITIVE_INFINITY
      )
    }
    if (Math.min(...rows[row]) > limit && Math.min(...rows[row - 1]) > limit) {
      return limit + 1
    }
  }
  return rows[one.length][other.length]
}
