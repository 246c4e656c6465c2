import type { DateTime } from 'luxon'

/** A time for machines and for people, with its zone. */
export interface ShownTime {
  iso: string
  text: string
}

/** As in `19 Oct 2026, 14:45 UTC`. */
export function shownTime(time: DateTime): ShownTime {
  const text = time.setLocale('en').toFormat('d LLL yyyy, HH:mm ZZZZ')
  return { iso: time.toISO() ?? '', text }
}
