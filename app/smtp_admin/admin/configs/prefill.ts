import type { MessageKey, Translator } from '../../i18n/types.js'
import { SITE_SCOPE } from '../../models/scope.js'
import { type FormValues, shownTexts } from './config_form.js'
import { type Input, TEXT_FIELDS, chosenEncryption, textOf } from './form_input.js'

type Field = (typeof TEXT_FIELDS)[number] | 'encryption'

/** The fields that an address may fill in, as the form calls them. Never the password. */
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

/** With another of these a stored password has to be entered again. */
const DESTINATION: Field[] = ['host', 'port', 'encryption', 'username']

/** What is to be known about what a form shows, in the language of the page. */
export interface Notice {
  tone: 'plain' | 'error'
  heading: string
  text: string
}

/** A stored form with what an address says of its fields (`change?port=465&encryption=tls`). */
export function prefilled(
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
  return { values, notice: noteOf(translate, sentences.join(' ')) }
}

/** What is said about a new form that a test has filled in; a password is not kept with a test. */
export function noticeOfNew(query: Input, translate: Translator): Notice | null {
  return textOf(query.test) ? noteOf(translate, translate('form.newFromTest')) : null
}

/** The notice of a copy that is not saved yet. */
export function noticeOfCopy(translate: Translator, scope: string = SITE_SCOPE): Notice {
  const account = scope === SITE_SCOPE ? null : scope.slice(scope.indexOf(':') + 1)
  const owner = account === null ? [] : [translate('form.copiedForAccount', { account })]
  return noteOf(translate, [translate('form.copied'), ...owner].join(' '))
}

function noteOf(translate: Translator, text: string): Notice {
  return { tone: 'plain', heading: translate('form.note'), text }
}

function listed(fields: Field[], translate: Translator): string {
  const list = new Intl.ListFormat(translate.locale, { type: 'unit' })
  return list.format(fields.map((field) => translate(LABELS[field])))
}
