import { errors } from '@vinejs/vine'
import { E_SMTP_PASSWORD_UNREADABLE } from '../errors.js'
import { validate, type FieldError } from '../models/config_validator.js'
import { encryptionFlags } from '../models/encryption.js'
import type { Candidate } from '../resolution/candidate.js'

/**
 * Validates settings without connecting to a server.
 *
 * @throws E_SMTP_PASSWORD_UNREADABLE; an error with code ECONFIG that lists each invalid value
 */
export async function validateSettings(candidate: Candidate): Promise<void> {
  const { source, name, host, port, username, password, timeout, encryption } = candidate
  if (password && !password.canDecrypt()) {
    throw new E_SMTP_PASSWORD_UNREADABLE([name])
  }
  const { useTls, useSsl } = encryptionFlags(encryption)
  try {
    await validate({
      ...{ scope: source, name, host, port, username, timeout, is_active: true },
      ...{ use_tls: useTls, use_ssl: useSsl, verify_certificate: candidate.verifyCertificate },
      ...{ from_email: candidate.fromEmail, from_name: candidate.fromName },
      ...{ reply_to: candidate.replyTo, ehlo_name: candidate.ehloName, notes: null },
      ...{ fallback_order: null, rate_limit_per_minute: null },
      password: password && '[sealed]',
    })
  } catch (error) {
    throw error instanceof errors.E_VALIDATION_ERROR ? configError(error.messages) : error
  }
}

function configError(problems: FieldError[]) {
  const text = problems.map(({ message }) => message).join(' ')
  return Object.assign(new Error(text), { code: 'ECONFIG', problems })
}
