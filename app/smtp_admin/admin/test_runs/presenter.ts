import { DateTime } from 'luxon'
import { EXPIRY_WARNING_DAYS } from '../../diagnostics/certificate.js'
import type { MessageKey, Translator } from '../../i18n/types.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { TlsInfo } from '../../models/test_report.js'
import { pageNumbers } from '../presenters/page_numbers.js'
import type { PageContent } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { shownEncryption } from '../presenters/encryption.js'
import {
  type FormUrl,
  formatDuration,
  presentFinding,
  presentResult,
  presentVerdict,
} from '../presenters/test_result.js'

/** One page of the list of test runs. */
export interface RunsPage {
  runs: SmtpTestRun[]
  total: number
  page: number
  lastPage: number
  /** The configuration that the list is limited to; null: all runs. */
  subject: RunSubject | null
}

/** A configuration that may have been deleted. */
export interface RunSubject {
  id: string
  name: string
  isStored: boolean
}

const ISO_DATE_LENGTH = '2026-03-03'.length

export function presentRuns(
  { runs, total, page, lastPage, subject }: RunsPage,
  translate: Translator,
  urlTo: PageUrl
): PageContent {
  const title = subject
    ? translate('tests.titleOf', { name: subject.name })
    : translate('tests.title')
  return {
    title,
    crumbs: subject ? subjectCrumbs(subject, translate, urlTo) : [{ text: title }],
    rows: runs.map((run) => presentRow(run, translate)),
    count: translate('tests.count', { count: total }),
    of: subject,
    pages: lastPage === 1 ? null : { links: pageLinks() },
  }

  function pageLinks() {
    return pageNumbers(page, lastPage).map((number) => {
      if (number === null) {
        return { number, url: null, label: '' }
      }
      const query = { ...(subject && { config: subject.id }), p: number }
      return {
        number,
        url: number === page ? null : urlTo('tests.index', {}, query),
        label: translate('tests.page', { page: number, pages: lastPage }),
      }
    })
  }
}

function subjectCrumbs({ id, name, isStored }: RunSubject, translate: Translator, urlTo: PageUrl) {
  return [
    { text: translate('list.title'), url: urlTo('configs.index') },
    { text: name, url: isStored ? urlTo('configs.change', { id }) : undefined },
    { text: translate('tests.title') },
  ]
}

function presentRow(run: SmtpTestRun, translate: Translator) {
  const { id, revision, actorLabel: author } = run
  return {
    id,
    verdict: presentVerdict(run, translate),
    name: run.configName,
    server: `${run.host}:${run.port}`,
    values:
      revision === null ? translate('tests.notSaved') : translate('tests.revision', { revision }),
    at: run.createdAt,
    took: translate('tests.tookTime', { time: formatDuration(run.ms, translate) }),
    by: author && translate('tests.by', { author }),
  }
}

/** @param config the configuration as it is now; null: there is none */
export function presentRun(
  run: SmtpTestRun,
  config: SmtpConfig | null,
  translate: Translator,
  urlTo: PageUrl
): PageContent {
  const { report, transcript } = run
  const formUrl = runFormUrl(run, config, urlTo)
  const result = presentResult(run, formUrl, translate)
  return {
    title: translate('tests.titleOfRun', { verdict: result.verdict.words, name: run.configName }),
    crumbs: [
      { text: translate('list.title'), url: urlTo('configs.index') },
      config
        ? { text: config.name, url: urlTo('configs.change', { id: config.id }) }
        : { text: run.configName },
      { text: translate('tests.number', { id: run.id }) },
    ],
    ...result,
    run: {
      id: run.id,
      name: run.configName,
      at: run.createdAt,
      by: run.actorLabel,
      time: formatDuration(run.ms, translate),
      values: describeSettings(run, config, translate),
      isSaved: run.revision !== null,
      server: `${run.host}:${run.port}`,
      encryption: shownEncryption(translate, run.encryption),
      username: run.username,
    },
    tls: report.tls && presentTls(report.tls, run.createdAt, translate),
    sender: report.emailAuth.map((finding) => presentFinding(finding, translate)),
    transcript,
    config: config && { id: config.id, name: config.name, isActive: config.isActive },
    formUrl: formUrl({}),
  }
}

/**
 * The form for the settings that were tested. For unsaved settings, it is filled in with those that
 * the run stores.
 */
function runFormUrl(run: SmtpTestRun, config: SmtpConfig | null, urlTo: PageUrl): FormUrl {
  const { configName: name, host, port, encryption, username } = run
  const tested = { host, port, encryption, username: username ?? '' }
  return (values) => {
    if (!config) {
      return urlTo('configs.add', {}, { name, ...tested, ...values, test: run.id })
    }
    const query = run.revision === null ? { ...tested, ...values } : values
    const isFilled = Object.keys(query).length > 0
    return urlTo('configs.change', { id: config.id }, isFilled ? { ...query, test: run.id } : {})
  }
}

/** Which settings were tested, and whether they have changed since. */
function describeSettings(
  run: SmtpTestRun,
  config: SmtpConfig | null,
  translate: Translator
): string {
  const { revision } = run
  return revision === null
    ? translate('tests.notSavedThen')
    : translate(revisionKey(run, config), { revision })
}

function revisionKey(run: SmtpTestRun, config: SmtpConfig | null): MessageKey {
  if (!config) {
    return 'tests.revisionDeleted'
  }
  if (config.revision === run.revision) {
    return 'tests.revisionCurrent'
  }
  const isSameConnection = config.settingsHash === run.settingsHash
  return isSameConnection ? 'tests.revisionSameConnection' : 'tests.revisionChanged'
}

/** @param testedAt the time from which the remaining days are counted */
export function presentTls(
  { protocol, cipher, certificate }: TlsInfo,
  testedAt: DateTime,
  translate: Translator
) {
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
      from: validFrom.slice(0, ISO_DATE_LENGTH),
      to: validTo.slice(0, ISO_DATE_LENGTH),
      left: formatDaysLeft(Math.floor(days), translate),
      // A time that cannot be read is a reason to warn, too.
      isEnding: !(days >= EXPIRY_WARNING_DAYS),
    },
  }
}

function formatDaysLeft(days: number, translate: Translator): string {
  if (Number.isNaN(days)) {
    return translate('stages.days_unreadable')
  }
  return days < 0
    ? translate('stages.days_expired')
    : translate('stages.days_left', { count: days })
}
