import type { DateTime } from 'luxon'

/** A time for machines and for people, with its zone. */
export interface ShownTime {
  iso: string
  /** As in `19 Oct 2026, 14:45 UTC`. */
  text: string
  /** As in `2 days ago`, or `now`. */
  ago: string
}

/** Shows times to somebody. */
export type ShowTime = (time: DateTime) => ShownTime

/** The script writes times in the same way, where the zone is the browser's. */
const FORMAT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
}

/**
 * Shows times in a language and a zone.
 *
 * @param zone an IANA time zone, as in `Europe/Berlin`
 */
export function timesIn(language: string, zone: string): ShowTime {
  const format = new Intl.DateTimeFormat(localeOfTimes(language), { ...FORMAT, timeZone: zone })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const now = relative.format(0, 'second')
  return (time) => ({
    iso: time.setZone(zone).toISO() ?? '',
    text: format.format(time.toJSDate()),
    // A clock or a rounding of the database may be ahead of ours: nothing has happened in the future.
    ago: time.diffNow().toMillis() > -1000 ? now : (time.toRelative({ locale: language }) ?? ''),
  })
}

/** English without a country writes the day before the month, as everybody else who is not American. */
export function localeOfTimes(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
