import type { Translator } from '../../i18n/types.js'
import type { ConfigDetails } from '../presenters/config_details.js'
import type { FormValues } from './config_form.js'
import { TEXT_ATTRIBUTES, TEXT_FIELDS, type TextField } from './form_input.js'

export interface ReadOnlyField {
  label: string
  value: string
  /** Whether it is not translated and set in a monospaced font. */
  isCode?: boolean
}

/** Those that have a place of their own, beside fields that are no text. */
const PLACED: TextField[] = ['name', 'host', 'port', 'username']

/** The fields of a stored configuration, without the permission to change it. */
export function readOnlyFields(
  config: ConfigDetails,
  values: FormValues,
  translate: Translator
): ReadOnlyField[] {
  const others = TEXT_FIELDS.filter((field) => !PLACED.includes(field))
  return [
    { label: translate('form.name'), value: values.name },
    {
      label: translate('form.active'),
      value: translate(config.isActive ? 'form.yes' : 'form.no'),
    },
    { label: translate('form.server'), value: config.server, isCode: true },
    { label: translate('form.encryption'), value: encryption(values, translate) },
    { label: translate('form.certificate'), value: certificate(config, translate) },
    { label: translate('form.username'), value: values.username, isCode: true },
    { label: translate('form.password'), value: password(config, translate) },
    ...others.map((field) => ({
      label: translate(`form.${TEXT_ATTRIBUTES[field]}`),
      value:
        field === 'timeout'
          ? translate('form.seconds', { count: Number(values.timeout) })
          : values[field],
      isCode: field === 'ehlo_name',
    })),
  ]
}

function encryption(values: FormValues, translate: Translator) {
  return translate(
    values.encryption === 'tls'
      ? 'form.tls'
      : values.encryption === 'starttls'
        ? 'form.starttls'
        : 'form.none'
  )
}

function certificate({ isEncrypted, checksCertificate }: ConfigDetails, translate: Translator) {
  if (!isEncrypted) {
    return ''
  }
  return translate(checksCertificate ? 'form.checked' : 'form.notChecked')
}

function password({ hasPassword, isUnreadable }: ConfigDetails, translate: Translator) {
  if (isUnreadable) {
    return translate('form.setUnreadable')
  }
  return translate(hasPassword ? 'form.set' : 'form.notSet')
}
