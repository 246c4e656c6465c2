import { nearestKnownHost } from '../presets/nearest_host.js'
import { TIMEOUT, type StageFailure } from '../stage_failure.js'
import { LOCALHOST, type Rule, SESSION, endpoint } from './rule.js'

const NOT_FOUND = /^(EDNS|ENOTFOUND|ENODATA|ENONAME|EAI_NONAME|EAI_NODATA)$/

/** Settings, name lookup and connecting. */
export const CONNECTION_RULES: Rule[] = [
  {
    name: 'password-unreadable',
    stage: ['settings'],
    kind: /^E_SMTP_PASSWORD_UNREADABLE$/,
  },
  {
    name: 'settings-invalid',
    stage: ['settings'],
    kind: /^ECONFIG$/,
  },
  {
    name: 'host-mistyped',
    stage: ['lookup'],
    kind: NOT_FOUND,
    when: (failure) => nearestHost(failure) !== null,
    params: (failure) => ({ ...endpoint(failure), name: nearestHost(failure) }),
    correction: (failure) => ({ host: nearestHost(failure)! }),
  },
  {
    name: 'host-unknown',
    stage: ['lookup'],
    kind: NOT_FOUND,
    params: endpoint,
  },
  {
    name: 'dns-timeout',
    stage: ['lookup'],
    kind: /^(EAI_|ETIMEOUT|ETIMEDOUT|ESERVFAIL|EREFUSED|ECONNREFUSED|EABORT)/,
    params: endpoint,
  },
  {
    name: 'port-25-blocked',
    stage: ['connect'],
    kind: TIMEOUT,
    port: [25],
    correction: () => ({ port: 587, encryption: 'starttls' }),
  },
  {
    name: 'no-answer',
    stage: ['connect'],
    kind: TIMEOUT,
    params: endpoint,
  },
  {
    name: 'refused-on-this-machine',
    stage: ['connect'],
    kind: /^ECONNREFUSED$/,
    host: LOCALHOST,
    params: endpoint,
  },
  {
    name: 'connection-refused',
    stage: ['connect'],
    kind: /^ECONNREFUSED$/,
    params: endpoint,
  },
  {
    name: 'no-route',
    stage: ['connect'],
    kind: /^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
    params: endpoint,
  },
  {
    name: 'not-permitted',
    stage: ['connect'],
    kind: /^(EACCES|EPERM|ERR_ACCESS_DENIED)$/,
    params: endpoint,
  },
  {
    name: 'connection-reset',
    stage: ['connect'],
    kind: /^(ECONNRESET|EPIPE|ECONNECTION|ECONNABORTED)$/,
    params: endpoint,
  },
]

function nearestHost({ settings }: StageFailure) {
  return nearestKnownHost(settings.host)
}

const BLOCKLISTS =
  /spamhaus|spamcop|barracudacentral|sorbs|uceprotect|abusix|\bRBL\b|DNSBL|block ?list|black ?list|blocked using|banned sending IP|(poor|bad|low|very low) reputation|mail originating from your IP/i

const CLOSED = /^(ECONNECTION|ECONNRESET|EPIPE)$/

const NO_IMPLICIT_TLS = ['none', 'starttls'] as const

const EXPECTS_TLS = {
  params: endpoint,
  correction: () => ({ encryption: 'tls' as const }),
}

/** Servers that reject this client, then greeting and EHLO. */
export const SESSION_RULES: Rule[] = [
  {
    name: 'too-many-connections',
    stage: SESSION,
    text: /too many (concurrent |simultaneous |open )?(smtp )?(connections|sessions)|concurrent (server )?connection|connection (rate|frequency|count)|(connection|session)s? limit/i,
  },
  {
    name: 'no-reverse-name',
    stage: SESSION,
    text: /reverse (dns|host ?name|name|lookup)|\bPTR\b|rDNS|cannot find your (reverse )?host ?name|[45]\.7\.25\b/i,
  },
  {
    name: 'brevo-unknown-ip',
    stage: SESSION,
    text: /unauthori[sz]ed IP/i,
  },
  {
    name: 'google-relay-unknown',
    stage: SESSION,
    text: /Workspace SMTP Relay|invalid credentials for relay/i,
  },
  {
    name: 'google-relay-ehlo',
    stage: ['ehlo'],
    host: /^smtp-relay\.gmail\.com$/,
    status: /^421$/,
  },
  {
    name: 'blocklisted',
    stage: SESSION,
    when: ({ text, enhanced }) =>
      BLOCKLISTS.test(text) || /^5\.7\.(511|60[6-9]|6[1-4]\d)$/.test(enhanced ?? ''),
  },
  {
    name: 'ip-not-allowed',
    stage: SESSION,
    text: /client host rejected|client host .{0,60}denied|not allowed to connect|\b(IP|IP address|host|client)\b.{0,60}\bnot (authori[sz]ed|allowed|permitted|white-?listed)/i,
  },
  {
    name: 'implicit-tls-expected',
    kind: /^EWANTSTLS$/,
    ...EXPECTS_TLS,
  },
  {
    name: 'implicit-tls-expected-on-465',
    stage: ['greeting'],
    encryption: NO_IMPLICIT_TLS,
    port: [465, 2465],
    when: ({ kind, status }) => status === null && (TIMEOUT.test(kind) || CLOSED.test(kind)),
    ...EXPECTS_TLS,
  },
  {
    name: 'web-server',
    stage: ['greeting', 'ehlo'],
    text: /\bHTTP\/\d|<!doctype|<html/i,
    params: endpoint,
  },
  {
    name: 'mailbox-server',
    stage: ['greeting', 'ehlo'],
    text: /(^|: )(\* OK|\+OK)|\b(IMAP4?|POP3)\b/,
    correction: ({ settings }) =>
      settings.encryption === 'tls'
        ? { port: 465, encryption: 'tls' }
        : { port: 587, encryption: 'starttls' },
  },
  {
    name: 'no-greeting',
    stage: ['greeting'],
    kind: TIMEOUT,
    params: endpoint,
  },
  {
    name: 'connection-closed-before-greeting',
    stage: ['greeting'],
    kind: CLOSED,
    when: ({ status }) => status === null,
    params: endpoint,
  },
  {
    name: 'no-mail-service',
    stage: ['greeting'],
    status: /^(521|554|556)$/,
  },
  {
    name: 'ehlo-name-refused',
    stage: SESSION,
    text: /\b(HELO|EHLO)\b.{0,80}\b(reject|invalid|refus|denied|bogus|bad|need|require|syntax|not found|mismatch|fully)|\b(reject|invalid|refus|bad|bogus|syntax|malformed)\w*.{0,40}\b(HELO|EHLO)\b/i,
  },
  {
    name: 'ehlo-unknown',
    stage: ['ehlo'],
    status: /^50[02]$/,
  },
  {
    name: 'ehlo-refused',
    stage: ['ehlo'],
    status: /^5/,
  },
  {
    name: 'no-smtp',
    stage: ['greeting', 'ehlo'],
    kind: /^EPROTOCOL$/,
    when: ({ status }) => status === null || status < 400,
    params: endpoint,
  },
]
