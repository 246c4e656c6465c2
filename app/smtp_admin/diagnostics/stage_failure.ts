import type { DeliveryFailure } from '../mail/delivery_error.js'
import type { FieldError } from '../models/config_validator.js'
import type { CertificateInfo, StageName } from '../models/test_report.js'
import type { Encryption } from '../types/main.js'
import type { Capabilities } from './ehlo.js'

/** The settings that rules read and correct. */
export interface ServerSettings {
  host: string
  port: number
  encryption: Encryption
  username: string | null
  fromEmail: string | null
}

/** What is known about a stage that failed. */
export interface StageFailure {
  stage: StageName
  /** The error code of nodemailer, Node or OpenSSL: EDNS, ETIMEDOUT, CERT_HAS_EXPIRED… */
  kind: string
  /** The server's reply code; null: it did not reply. */
  status: number | null
  /** The enhanced status code of the reply (RFC 3463), as in 5.7.8. */
  enhanced: string | null
  /** The server's reply, else the error message, in one line. */
  text: string
  /** Null: the server has not announced any. */
  capabilities: Capabilities | null
  /** The certificate that was rejected, if it could be inspected. */
  certificate: CertificateInfo | null
  /** The settings that are invalid. */
  problems: FieldError[]
  settings: ServerSettings
}

/** The codes of timeouts while looking up, connecting or waiting for a reply. */
export const TIMEOUT = /^(ETIMEDOUT|ETIMEOUT|ERR_SOCKET_CONNECTION_TIMEOUT|EABORT)$/

/** Some servers write a number sign: `550 #5.1.0 Address rejected`. */
const ENHANCED = /^\d{3}[ -]#?(\d\.\d{1,3}\.\d{1,3})\b/

export function toStageFailure(
  error: unknown,
  stage: StageName,
  { host, port, encryption, username, fromEmail }: ServerSettings,
  capabilities: Capabilities | null
): StageFailure {
  const { message, code, kind, responseCode, response, reason, problems } = error as Error &
    Partial<DeliveryFailure> & { code?: string; problems?: FieldError[] }
  return {
    stage,
    kind: kind ?? code ?? 'EUNKNOWN',
    status: responseCode ?? null,
    enhanced: ENHANCED.exec(response ?? '')?.[1] ?? null,
    text: response ?? reason ?? message,
    capabilities,
    certificate: null,
    problems: problems ?? [],
    settings: { host, port, encryption, username, fromEmail },
  }
}

/** Whether the server does not announce the extension that these settings require. */
export function isNotOffered({ stage, capabilities, settings }: StageFailure): boolean {
  if (stage === 'tls' && settings.encryption === 'starttls') {
    return capabilities?.startTls === false
  }
  return stage === 'authentication' && capabilities?.authMethods.length === 0
}

/** Whether the server rejected an address because the mailbox does not exist. */
export function isUnknownRecipient({
  text,
  enhanced,
}: Pick<StageFailure, 'text' | 'enhanced'>): boolean {
  return (
    /^5\.1\.(1|2|3|10)$/.test(enhanced ?? '') ||
    /(user|recipient|mailbox|account|address) .{0,60}(unknown|not found|does not exist|doesn't exist|unavailable|invalid|rejected: user)|(unknown|no such|invalid) (user|recipient|mailbox|address|local)|no mailbox here|unrouteable address/i.test(
      text
    )
  )
}
