import { CONFIGS } from './configs.ts'

/** A test on the screenshots. */
export interface StoredTest {
  id: number
  of: { id: string }
  /** Whether what was tested is as it is stored now; `unsaved`: it never was stored. */
  settings: 'current' | 'earlier' | 'unsaved'
  values: Record<string, unknown>
  at: string
}

type State = 'passed' | 'failed' | 'skipped' | 'not_reached' | 'cancelled'

const stage = (name: string, state: State, ms: number, detail = '') => ({ name, state, ms, detail })

const notReached = (...names: string[]) => names.map((name) => stage(name, 'not_reached', 0))

const AT_SES = [
  stage('policy', 'passed', 1, 'Settings are valid'),
  stage('lookup', 'passed', 14, 'Found 3.123.83.17, 18.156.50.115, 3.64.15.104'),
  stage('connect', 'passed', 22, 'Connected to 3.123.83.17, port 587'),
  stage(
    'greeting',
    'passed',
    31,
    'Server response: email-smtp.amazonaws.com ESMTP SimpleEmailService'
  ),
  stage(
    'ehlo',
    'passed',
    19,
    'Supports STARTTLS, authentication (PLAIN or LOGIN), maximum message size 10 MB'
  ),
  stage(
    'tls',
    'passed',
    48,
    'TLSv1.3 with TLS_AES_128_GCM_SHA256; the certificate is for email-smtp.eu-central-1.amazonaws.com, issued by Amazon, Amazon RSA 2048 M04, valid for 164 more days'
  ),
]

const SES_DIALOGUE = `S: 220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-1LQHD1XK
C: EHLO shop.brightwater.example
S: 250-email-smtp.amazonaws.com
S: 250-8BITMIME
S: 250-STARTTLS
S: 250-AUTH PLAIN LOGIN
S: 250 Ok
C: STARTTLS
S: 220 Ready to start TLS
C: EHLO shop.brightwater.example
S: 250-email-smtp.amazonaws.com
S: 250-8BITMIME
S: 250-AUTH PLAIN LOGIN
S: 250 Ok
C: AUTH PLAIN [redacted]
S: 235 Authentication successful.
C: MAIL FROM:<orders@brightwater.example>
S: 250 Ok
C: RCPT TO:<orders@brightwater.example>
S: 250 Ok
C: RSET
S: 250 Ok
C: QUIT`

/** How the shop's servers were tested. */
export const TESTS = {
  passed: {
    id: 12,
    of: CONFIGS.ses,
    settings: 'current',
    at: '2026-10-19T14:47:00.000Z',
    values: {
      verdict: 'passed',
      ms: 261,
      transcript: SES_DIALOGUE,
      report: {
        stages: [
          ...AT_SES,
          stage('login', 'passed', 84, 'Authenticated as AKIAIOSFODNN7EXAMPLE'),
          stage('sender', 'passed', 21, 'orders@brightwater.example is accepted'),
          stage('recipient', 'passed', 20, 'orders@brightwater.example is accepted'),
          stage('message', 'skipped', 0, 'No test email was requested'),
        ],
        advice: null,
        sender: [],
        tls: {
          protocol: 'TLSv1.3',
          cipher: 'TLS_AES_128_GCM_SHA256',
          certificate: {
            names: ['email-smtp.eu-central-1.amazonaws.com'],
            issuer: 'Amazon, Amazon RSA 2048 M04',
            validFrom: '2026-03-03T00:00:00.000Z',
            validTo: '2027-04-01T23:59:59.000Z',
          },
        },
      },
    },
  },
  failed: {
    id: 11,
    of: CONFIGS.postmark,
    settings: 'current',
    at: '2026-10-19T14:31:00.000Z',
    values: {
      verdict: 'failed',
      ms: 1612,
      transcript: '',
      report: {
        stages: [
          stage('policy', 'passed', 1, 'Settings are valid'),
          stage('lookup', 'passed', 18, 'Found 50.31.156.96, 104.245.209.192'),
          stage('connect', 'passed', 92, 'Connected to 50.31.156.96, port 465'),
          stage('greeting', 'failed', 1501, 'No greeting: port 465 expects SSL/TLS'),
          ...notReached('ehlo', 'tls', 'login', 'sender', 'recipient', 'message'),
        ],
        advice: {
          cause: 'The port is for SSL/TLS, and the encryption that is set begins in clear.',
          steps: [
            'Choose SSL/TLS for this port.',
            'Or keep STARTTLS, and use the port that is meant for it, which is usually 587.',
          ],
          correction: { port: 465, encryption: 'tls' },
        },
        sender: [],
        tls: null,
      },
    },
  },
  stale: {
    id: 9,
    of: CONFIGS.office,
    settings: 'earlier',
    at: '2025-06-23T09:02:00.000Z',
    values: {
      verdict: 'passed',
      ms: 340,
      transcript: SES_DIALOGUE,
      report: { stages: AT_SES, advice: null, sender: [], tls: null },
    },
  },
  cancelled: {
    id: 10,
    of: CONFIGS.relay,
    settings: 'unsaved',
    at: '2026-10-19T14:12:00.000Z',
    values: {
      verdict: 'cancelled',
      ms: 4105,
      transcript: '',
      report: {
        stages: [
          stage('policy', 'passed', 1, 'Settings are valid'),
          stage('lookup', 'passed', 9, 'Found 10.20.0.25'),
          stage('connect', 'cancelled', 4095, 'Cancelled'),
          ...notReached('greeting', 'ehlo', 'tls', 'login', 'sender', 'recipient', 'message'),
        ],
        advice: null,
        sender: [],
        tls: null,
      },
    },
  },
} satisfies Record<string, StoredTest>
