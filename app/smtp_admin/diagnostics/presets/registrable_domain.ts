/**
 * Labels under which a country's registry sells names, as in `example.co.uk`. For suggestions they are
 * enough: the public suffix list is large and changes often.
 */
const SECOND_LEVEL = new Set(
  'ac asso co com edu go gob gov gouv gv ltd mil ne net nom or org plc sch'.split(' ')
)

/**
 * The part of a host name that can be registered: its last two labels, or three below a second-level
 * registry such as `co.uk` or `com.au`.
 */
export function registrableDomain(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const isRegistry = top.length === 2 && SECOND_LEVEL.has(second)
  return labels.slice(isRegistry ? -3 : -2).join('.')
}
