/**
 * Labels under which a country's registry sells names, as in `example.co.uk`. The whole truth is the
 * Public Suffix List, which is too large and too restless to carry along for suggestions.
 */
const SECOND_LEVEL = new Set([
  ...['ac', 'asso', 'co', 'com', 'edu', 'go', 'gob', 'gov', 'gouv', 'gv', 'ltd', 'mil', 'ne'],
  ...['net', 'nom', 'or', 'org', 'plc', 'sch'],
])

/**
 * The part of a host name that somebody registered, as far as it can be told without a list: its last
 * two labels, or three where the last two look like those of a registry (`co.uk`, `com.au`).
 */
export function registrableDomain(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const isRegistry = top.length === 2 && SECOND_LEVEL.has(second)
  return labels.slice(isRegistry ? -3 : -2).join('.')
}
