/** A configuration on the screenshots. */
export interface StoredServer {
  id: string
  values: Record<string, unknown>
  /** Who added it, when, and when it was changed last: fixed, so that the pictures stay the same. */
  by: string
  createdAt: string
  updatedAt: string
}

const MAYA = 'maya@brightwater.example'
const JONAS = 'jonas@brightwater.example'

const id = (number: number) => `5e6a1c3b-0f4d-4c58-9b21-00000000000${number}`

/** The mail servers of a shop that has been in business for a while. */
export const CONFIGS = {
  ses: {
    id: id(1),
    values: {
      name: 'Amazon SES, Frankfurt',
      host: 'email-smtp.eu-central-1.amazonaws.com',
      port: 587,
      useTls: true,
      username: 'AKIAIOSFODNN7EXAMPLE',
      password: 'not-a-real-password',
      fromEmail: 'orders@brightwater.example',
      fromName: 'Brightwater Books',
      replyTo: 'help@brightwater.example',
      isActive: true,
      notes: 'The limit is 50,000 mails a day. Keys are renewed every January.',
    },
    by: MAYA,
    createdAt: '2026-02-03T09:12:00.000Z',
    updatedAt: '2026-10-19T14:45:00.000Z',
  },
  postmark: {
    id: id(2),
    values: {
      name: 'Postmark',
      host: 'smtp.postmarkapp.com',
      port: 465,
      useTls: true,
      username: '4f1c2f6e-8d0a-4b6e-9c55-2f7f0f3f9a10',
      password: 'not-a-real-password',
      fromEmail: 'orders@brightwater.example',
      fromName: 'Brightwater Books',
      notes: 'For the days when SES is down.',
    },
    by: MAYA,
    createdAt: '2026-02-03T10:30:00.000Z',
    updatedAt: '2026-05-11T08:02:00.000Z',
  },
  office: {
    id: id(3),
    values: {
      name: 'Office 365',
      host: 'smtp.office365.com',
      port: 587,
      useTls: true,
      username: 'office@brightwater.example',
      password: 'not-a-real-password',
      fromEmail: 'office@brightwater.example',
      timeout: 20,
    },
    by: JONAS,
    createdAt: '2025-06-24T13:20:00.000Z',
    updatedAt: '2025-06-24T13:20:00.000Z',
  },
  relay: {
    id: id(4),
    values: {
      name: 'Relay in the warehouse',
      host: 'relay.warehouse.brightwater.example',
      port: 25,
      fromEmail: 'labels@brightwater.example',
      ehloName: 'shop.brightwater.example',
    },
    by: JONAS,
    createdAt: '2025-03-02T16:05:00.000Z',
    updatedAt: '2026-01-08T11:31:00.000Z',
  },
} satisfies Record<string, StoredServer>

/** The same, sealed with a key that the app does not have any more. */
export const CONFIGS_OF_AN_OLD_KEY = {
  old: {
    id: id(5),
    values: {
      name: 'Old mail server',
      host: 'mail.brightwater.example',
      port: 465,
      useSsl: true,
      username: 'shop',
      password: 'not-a-real-password',
      fromEmail: 'shop@brightwater.example',
      verifyCertificate: false,
    },
    by: JONAS,
    createdAt: '2024-11-14T07:50:00.000Z',
    updatedAt: '2024-11-14T07:50:00.000Z',
  },
} satisfies Record<string, StoredServer>
