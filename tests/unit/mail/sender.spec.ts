import type { NodeMailerMessage, Recipient } from '@adonisjs/mail/types'
import { test } from '@japa/runner'
import { withSender } from '../../../app/smtp_admin/mail/sender.js'
import { candidateOf } from '../../helpers/smtp/candidates.js'

const STORED = { fromEmail: 'stored@example.com', fromName: 'Stored' }
const ENVIRONMENT = { fromEmail: 'environment@example.com', fromName: 'Environment' }
const NO_ENVIRONMENT = { fromEmail: null, fromName: null }
const GLOBAL: Recipient = { address: 'global@example.com', name: 'Global' }

interface Given {
  own?: Recipient
  stored?: Partial<typeof STORED>
  environment?: typeof ENVIRONMENT | typeof NO_ENVIRONMENT
  global?: Recipient
}

const SENDERS: [what: string, given: Given, sender: Recipient][] = [
  [
    'its own, as it stands',
    { own: 'own@example.com', stored: STORED, environment: ENVIRONMENT, global: GLOBAL },
    'own@example.com',
  ],
  [
    'its own, at the global address under another name',
    { own: { ...GLOBAL, name: 'Own' }, stored: STORED, global: GLOBAL },
    { address: 'global@example.com', name: 'Own' },
  ],
  [
    'the configuration’s',
    { stored: STORED, environment: ENVIRONMENT, global: GLOBAL },
    { address: 'stored@example.com', name: 'Stored' },
  ],
  [
    'the configuration’s for one that the mailer filled in',
    { own: 'Global <global@example.com>', stored: STORED, global: GLOBAL },
    { address: 'stored@example.com', name: 'Stored' },
  ],
  [
    'the configuration’s without a name',
    { stored: { fromEmail: STORED.fromEmail }, environment: ENVIRONMENT, global: GLOBAL },
    { address: 'stored@example.com', name: '' },
  ],
  [
    'the environment’s',
    { own: GLOBAL, environment: ENVIRONMENT, global: GLOBAL },
    { address: 'environment@example.com', name: 'Environment' },
  ],
  [
    'the environment’s under the configuration’s name',
    { stored: { fromName: 'Stored' }, environment: ENVIRONMENT },
    { address: 'environment@example.com', name: 'Stored' },
  ],
  ['the global one', { own: GLOBAL, global: GLOBAL }, GLOBAL],
  [
    'the global one under the configuration’s name',
    { stored: { fromName: 'Stored' }, global: 'Global <global@example.com>' },
    { address: 'global@example.com', name: 'Stored' },
  ],
]

test.group('The sender of a message', () => {
  for (const [what, given, sender] of SENDERS) {
    test(`is ${what}`, ({ assert }) => {
      assert.deepEqual(sign({ from: given.own }, given).from, sender)
    })
  }

  test('is asked for when nobody names one; a name alone is none', ({ assert }) => {
    assert.throws(
      () => sign({}, { stored: { fromName: 'Stored' } }),
      'The message has no sender. Set a from address on the message, on the configuration "Primary Mail Server (mail.example.com:587)", or MAIL_FROM_ADDRESS in the environment.'
    )
  })

  test('leaves the message itself as it was', ({ assert }) => {
    const message: NodeMailerMessage = { subject: 'Hello', replyTo: ['own@example.com'] }
    const signed = sign(message, { stored: STORED })
    assert.deepEqual(message, { subject: 'Hello', replyTo: ['own@example.com'] })
    assert.containSubset(signed, message)
  })
})

test.group('The reply-to address', () => {
  test('is its own, whatever the configuration says', ({ assert }) => {
    const replyTo = ['one@example.com', 'two@example.com']
    assert.deepEqual(replyToOf(replyTo, 'stored@example.com'), replyTo)
  })

  test('is the configuration’s for none and for one that the mailer filled in', ({ assert }) => {
    assert.deepEqual(replyToOf(undefined, 'stored@example.com'), ['stored@example.com'])
    assert.deepEqual(replyToOf([GLOBAL], 'stored@example.com'), ['stored@example.com'])
  })

  test('is the global one, or none, where the configuration has none', ({ assert }) => {
    assert.deepEqual(replyToOf([GLOBAL], null), [GLOBAL])
    assert.isUndefined(replyToOf(undefined, null))
  })
})

function sign(message: NodeMailerMessage, { stored, environment, global }: Given) {
  return withSender(message, candidateOf(stored), {
    environment: environment ?? NO_ENVIRONMENT,
    mailConfig: { from: global },
  })
}

function replyToOf(own: Recipient[] | undefined, stored: string | null) {
  const message = { from: 'own@example.com', replyTo: own }
  const mailConfig = { replyTo: GLOBAL }
  const candidate = candidateOf({ replyTo: stored })
  return withSender(message, candidate, { environment: NO_ENVIRONMENT, mailConfig }).replyTo
}
