import type { FormValues } from './config_form.js'
import type { ConfigDetails } from '../config_rows.js'

/** What a stored configuration is, for those who may not change it. */
export function readOnlyFields(config: ConfigDetails, values: FormValues) {
  return [
    { label: 'Name', value: values.name },
    { label: 'Active', value: config.isActive ? 'Yes' : 'No' },
    { label: 'Server', value: config.server },
    { label: 'Encryption', value: config.encryption },
    { label: 'Certificate', value: certificate(config) },
    { label: 'Username', value: values.username },
    { label: 'Password', value: password(config) },
    { label: 'From address', value: values.from_email },
    { label: 'From name', value: values.from_name },
    { label: 'Reply-to address', value: values.reply_to },
    { label: 'Timeout', value: values.timeout === '1' ? '1 second' : `${values.timeout} seconds` },
    { label: 'EHLO name', value: values.ehlo_name },
    { label: 'Notes', value: values.notes },
  ]
}

function certificate({ isEncrypted, checksCertificate }: ConfigDetails) {
  if (!isEncrypted) {
    return ''
  }
  return checksCertificate ? 'Checked' : 'Not checked'
}

function password({ hasPassword, isUnreadable }: ConfigDetails) {
  if (isUnreadable) {
    return 'Set, but it cannot be decrypted: somebody has to enter it again'
  }
  return hasPassword ? 'Set' : 'None'
}
