import type { Translator } from '../../i18n/types.js'
import { FIELDS, fieldsWhere } from '../../models/config_fields.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Candidate } from '../../resolution/candidate.js'
import type { PageUrl } from '../http/urls.js'
import { type FormValues, readTexts } from './config_form.js'
import {
  type Input,
  TEXT_ATTRIBUTES,
  TEXT_FIELDS,
  type TextField,
  chosenEncryption,
  parseText,
} from './form_input.js'

type Field = TextField | 'encryption'

/** If one of these changes, the stored password has to be entered again. */
const DESTINATION: string[] = [
  'encryption',
  ...fieldsWhere('isDestination').map((name) => FIELDS[name].column),
]

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
    ...readTexts(query),
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
  const source = parseText(query.test) ? 'form.filledFromTest' : 'form.filledFromAddress'
  const fields = listLabels(changed, translate)
  const sentences = [translate(source, { fields })]
  if (isPasswordNeeded) {
    sentences.push(translate('form.passwordAgain'))
  }
  return { values, notice: buildNotice(translate, sentences.join(' ')) }
}

/** The notice of a new form that was filled in from a test. Tests do not store passwords. */
export function newFormNotice(query: Input, translate: Translator): Notice | null {
  return parseText(query.test) ? buildNotice(translate, translate('form.newFromTest')) : null
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

function listLabels(fields: Field[], translate: Translator): string {
  const list = new Intl.ListFormat(translate.locale, { type: 'unit' })
  const labels = fields.map((field) => {
    return translate(`form.${field === 'encryption' ? field : TEXT_ATTRIBUTES[field]}`)
  })
  return list.format(labels)
}
