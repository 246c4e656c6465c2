import type { DateTime } from 'luxon'

/** A time for machines and for people, with its zone. */
export interface ShownTime {
  iso: string
  /** As in `19 Oct 2026, 14:45 UTC`. */
  text: string
  /** As in `2 days ago`. */
  ago: string
}

/** Shows times to somebody. */
export type ShowTime = (time: DateTime) => ShownTime

/**
 * Shows times in a language and a zone.
 *
 * @param zone an IANA time zone, as in `Europe/Berlin`
 */
export function timesIn(language: string, zone: string): ShowTime {
  return (time) => {
    const local = time.setZone(zone).setLocale(language)
    return {
      iso: time.toISO() ?? '',
      text: local.toFormat('d LLL yyyy, HH:mm ZZZZ'),
      ago: local.toRelative() ?? '',
    }
  }
}

/** As somebody sees it who reads English and lives by UTC. */
export const shownTime = timesIn('en', 'utc')
