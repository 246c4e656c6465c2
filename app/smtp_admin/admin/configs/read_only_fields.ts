import type { Translator } from '../../i18n/types.js'
import type { ConfigDetails } from '../presenters/config_details.js'
import type { FormValues } from './config_form.js'

/** A value as text, for those who may not change it. */
export interface ReadOnlyField {
  label: string
  value: string
  /** Whether it is something for machines, which stays as it is in every language. */
  isCode?: boolean
}

/** What a stored configuration is, for those who may not change it. */
export function readOnlyFields(
  config: ConfigDetails,
  values: FormValues,
  translate: Translator
): ReadOnlyField[] {
  const active = translate(config.isActive ? 'form.yes' : 'form.no')
  const seconds = translate('form.seconds', { count: Number(values.timeout) })
  return [
    { label: translate('form.name'), value: values.name },
    { label: translate('form.active'), value: active },
    { label: translate('form.server'), value: config.server, isCode: true },
    { label: translate('form.encryption'), value: encryption(values, translate) },
    { label: translate('form.certificate'), value: certificate(config, translate) },
    { label: translate('form.username'), value: values.username, isCode: true },
    { label: translate('form.password'), value: password(config, translate) },
    { label: translate('form.fromEmail'), value: values.from_email },
    { label: translate('form.fromName'), value: values.from_name },
    { label: translate('form.replyTo'), value: values.reply_to },
    { label: translate('form.timeout'), value: seconds },
    { label: translate('form.ehloName'), value: values.ehlo_name, isCode: true },
    { label: translate('form.notes'), value: values.notes },
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
