import type { MessageKey, Translator } from '../../i18n/types.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Candidate } from '../../resolution/candidate.js'
import type { PageUrl } from '../http/urls.js'
import { type FormValues, shownTexts } from './config_form.js'
import { type Input, TEXT_FIELDS, chosenEncryption, textOf } from './form_input.js'

type Field = (typeof TEXT_FIELDS)[number] | 'encryption'

/** The labels of the fields that a query string may fill in. The password is not among them. */
const LABELS: Record<Field, MessageKey> = {
  name: 'form.name',
  host: 'form.host',
  port: 'form.port',
  encryption: 'form.encryption',
  username: 'form.username',
  from_email: 'form.fromEmail',
  from_name: 'form.fromName',
  reply_to: 'form.replyTo',
  timeout: 'form.timeout',
  ehlo_name: 'form.ehloName',
  notes: 'form.notes',
}

/** If one of these changes, the stored password has to be entered again. */
const DESTINATION: Field[] = ['host', 'port', 'encryption', 'username']

/** A note above the form about the values in it. */
export interface Notice {
  tone: 'plain' | 'error'
  heading: string
  text: string
}

/** Fills a stored form in from the query string, as in `change?port=465&encryption=tls`. */
export function prefill(
  stored: FormValues,
  query: Input,
  translate: Translator
): { values: FormValues; notice: Notice | null } {
  const given: Partial<Record<Field, string>> = {
    ...shownTexts(query),
    encryption: chosenEncryption(query),
  }
  const changed = [...TEXT_FIELDS, 'encryption' as const].filter((field) => {
    const isGiven = typeof query[field] === 'string' && given[field] !== undefined
    return isGiven && given[field] !== stored[field]
  })
  if (changed.length === 0) {
    return { values: stored, notice: null }
  }
  const isOtherServer = changed.some((field) => DESTINATION.includes(field))
  const values = {
    ...stored,
    ...Object.fromEntries(changed.map((field) => [field, given[field]])),
    password_mode: isOtherServer ? 'replace' : stored.password_mode,
  }
  const isPasswordNeeded = isOtherServer && stored.password_mode === 'keep'
  const source = textOf(query.test) ? 'form.filledFromTest' : 'form.filledFromAddress'
  const fields = listed(changed, translate)
  const sentences = [translate(source, { fields })]
  if (isPasswordNeeded) {
    sentences.push(translate('form.passwordAgain'))
  }
  return { values, notice: buildNotice(translate, sentences.join(' ')) }
}

/** The notice of a new form that was filled in from a test. Tests do not store passwords. */
export function newFormNotice(query: Input, translate: Translator): Notice | null {
  return textOf(query.test) ? buildNotice(translate, translate('form.newFromTest')) : null
}

/** The notice of a copy that is not saved yet. */
export function duplicateNotice(translate: Translator, scope: string = SITE_SCOPE): Notice {
  const account = scope === SITE_SCOPE ? null : scope.slice(scope.indexOf(':') + 1)
  const owner = account === null ? [] : [translate('form.copiedForAccount', { account })]
  return buildNotice(translate, [translate('form.copied'), ...owner].join(' '))
}

/** The address of the add form with the default server's settings, except the password. */
export function environmentPrefillUrl(server: Candidate | null, urlTo: PageUrl): string | null {
  if (!server) {
    return null
  }
  const { host, port, encryption, username, fromEmail, fromName, timeout } = server
  const fields = {
    name: host,
    host,
    port,
    encryption,
    timeout,
    ...(username && { username }),
    ...(fromEmail && { from_email: fromEmail }),
    ...(fromName && { from_name: fromName }),
  }
  return urlTo('configs.add', {}, fields)
}

function buildNotice(translate: Translator, text: string): Notice {
  return { tone: 'plain', heading: translate('form.note'), text }
}

function listed(fields: Field[], translate: Translator): string {
  const list = new Intl.ListFormat(translate.locale, { type: 'unit' })
  return list.format(fields.map((field) => translate(LABELS[field])))
}
