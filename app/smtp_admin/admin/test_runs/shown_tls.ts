import { DateTime } from 'luxon'
import type { TlsInfo } from '../../models/test_report.js'
import type { Translator } from '../../i18n/types.js'

/** How a connection was encrypted, as a page shows it. */
export interface ShownTls {
  protocol: string
  cipher: string
  certificate: {
    names: string[]
    issuer: string
    /** As in `2026-03-03`. */
    from: string
    to: string
    /** As in `43 days left when it was tested`. */
    left: string
    /** Whether somebody should see to a new one. */
    isEnding: boolean
  } | null
}

/** A certificate that ends within so many days should be seen to. */
export const SOON_DAYS = 21

const DATE_LENGTH = '2026-03-03'.length

/** @param testedAt what the time that is left is counted from: the page is of then, not of now */
export function shownTls(
  translate: Translator,
  { protocol, cipher, certificate }: TlsInfo,
  testedAt: DateTime
): ShownTls {
  if (!certificate) {
    return { protocol, cipher, certificate }
  }
  const { names, issuer, validFrom, validTo } = certificate
  const { days } = DateTime.fromISO(validTo).diff(testedAt, 'days')
  return {
    protocol,
    cipher,
    certificate: {
      names,
      issuer,
      from: validFrom.slice(0, DATE_LENGTH),
      to: validTo.slice(0, DATE_LENGTH),
      left: describeDays(translate, Math.floor(days)),
      isEnding: !(days >= SOON_DAYS),
    },
  }
}

function describeDays(translate: Translator, days: number): string {
  if (Number.isNaN(days)) {
    return translate('stages.days_unreadable')
  }
  if (days < 0) {
    return translate('stages.days_expired')
  }
  return translate('stages.days_left', { count: days })
}
