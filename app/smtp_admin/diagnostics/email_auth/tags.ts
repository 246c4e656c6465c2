import { plainLine } from '../../sanitize.js'

const LONGEST_SHOWN = 500

/**
 * The tags of a DMARC or DKIM record (`v=DMARC1; p=none`), by their name in lower case. Of several of
 * one name the first counts.
 */
export function readTags(record: string): Map<string, string> {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, Math.max(at, 0)).trim().toLowerCase()
    if (name && !tags.has(name)) {
      tags.set(name, part.slice(at + 1).trim())
    }
  }
  return tags
}

/** A record of a stranger, fit to be shown. */
export function shown(record: string): string {
  return plainLine(record, LONGEST_SHOWN)
}
