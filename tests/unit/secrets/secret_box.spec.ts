import { inspect } from 'node:util'
import { drivers } from '@adonisjs/core/encryption'
import { EncryptionFactory } from '@adonisjs/core/factories/encryption'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { Destination } from '../../../app/smtp_admin/secrets/secret_box.js'
import { SecretBox } from '../../../app/smtp_admin/secrets/secret_box.js'
import { KNOWN_SECRET } from '../../helpers/db/configs.js'
import { NEW_KEY, OLD_KEY, boxWithKeys } from '../../helpers/db/secret_boxes.js'
import { formsOf } from '../../helpers/secrets.js'

const DESTINATION: Destination = {
  id: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a10',
  scope: 'site',
  host: 'mail.example.com',
  port: 587,
  encryption: 'starttls',
  verifyCertificate: true,
  username: 'mailer@example.com',
}

/** Each with something that is nearly the same. */
const OTHERS: Partial<Destination>[] = [
  { id: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a11' },
  { scope: 'account:1' },
  { host: 'mail.example.com.' },
  { host: 'MAIL.example.com' },
  { port: 5870 },
  { encryption: 'tls' },
  { encryption: 'none' },
  { verifyCertificate: false },
  { username: 'mailer@example.org' },
  { username: '' },
  { username: null },
  { host: 'mail.example.com","587', username: null },
]

test.group('The secret box', () => {
  const box = boxWithKeys('the-key-of-the-app-0123456789abcdef')

  test('opens what it sealed, for the same destination', ({ assert }) => {
    const password = box.open(box.seal(KNOWN_SECRET, DESTINATION), { ...DESTINATION }, 'Primary')
    assert.isTrue(password.canDecrypt())
    assert.equal(password.release(), KNOWN_SECRET)
  })

  test('says whether a text is what it has sealed, and never of what does not open', ({
    assert,
  }) => {
    const sealed = box.seal(KNOWN_SECRET, DESTINATION)
    const password = box.open(sealed, DESTINATION, 'Primary')
    const elsewhere = box.open(sealed, { ...DESTINATION, port: 465 }, 'Primary')

    assert.isTrue(password.equals(KNOWN_SECRET))
    assert.isFalse(password.equals(`${KNOWN_SECRET} `))
    assert.isFalse(password.equals(''))
    assert.isFalse(elsewhere.equals(KNOWN_SECRET))
  })

  for (const change of OTHERS) {
    test(`does not open it for another destination: ${JSON.stringify(change)}`, ({ assert }) => {
      const sealed = box.seal(KNOWN_SECRET, DESTINATION)
      const password = box.open(sealed, { ...DESTINATION, ...change }, 'Primary')
      assert.isFalse(password.canDecrypt())
      assert.throws(
        () => password.release(),
        'The stored password of "Primary" cannot be decrypted: APP_KEY has changed, or the row was altered outside the app. Enter the password again.'
      )
    })
  }

  test('does not open what another key has sealed, what was cut off or what is nothing', ({
    assert,
  }) => {
    const another = boxWithKeys('another-key-0123456789abcdef')
    const sealed = box.seal(KNOWN_SECRET, DESTINATION)
    const texts = [another.seal(KNOWN_SECRET, DESTINATION), sealed.slice(0, -2), KNOWN_SECRET, ' ']
    for (const text of texts) {
      assert.isFalse(box.open(text, DESTINATION, 'Primary').canDecrypt())
    }
  })

  test('seals the same password to another text each time', ({ assert }) => {
    assert.notEqual(box.seal(KNOWN_SECRET, DESTINATION), box.seal(KNOWN_SECRET, DESTINATION))
  })

  test('hands out what shows nothing, however it is printed', ({ assert }) => {
    const sealed = box.seal(KNOWN_SECRET, DESTINATION)
    const password = box.open(sealed, DESTINATION, 'Primary')
    const printed = [
      String(password),
      JSON.stringify({ password }),
      inspect({ password }, { depth: 9, showHidden: true }),
      inspect(password, { customInspect: false, showHidden: true, depth: 9 }),
    ].join('\n')
    for (const secret of [...formsOf({ username: '', password: KNOWN_SECRET }), sealed]) {
      assert.notInclude(printed, secret)
    }
    assert.include(printed, '[redacted]')
  })
})

test.group('The mark of a key', () => {
  test('is the same for the same key, and another for another', ({ assert }) => {
    assert.equal(boxWithKeys(NEW_KEY).keyFingerprint, boxWithKeys(NEW_KEY).keyFingerprint)
    assert.notEqual(boxWithKeys(NEW_KEY).keyFingerprint, boxWithKeys(OLD_KEY).keyFingerprint)
    assert.match(boxWithKeys(NEW_KEY).keyFingerprint!, /^[\w-]{1,64}$/)
  })

  test('is that of the key that seals, while every key that opens is known by its own', ({
    assert,
  }) => {
    const box = boxWithKeys(NEW_KEY, OLD_KEY)
    assert.equal(box.keyFingerprint, boxWithKeys(NEW_KEY).keyFingerprint)
    assert.deepEqual(box.keyFingerprints, [box.keyFingerprint, boxWithKeys(OLD_KEY).keyFingerprint])
  })

  test('is none where the app’s encryption is that of AdonisJS 6', async ({ assert }) => {
    const config = await drivers.legacy({ keys: [OLD_KEY] }).resolver(app)
    const box = new SecretBox(new EncryptionFactory(config).create())
    assert.isNull(box.keyFingerprint)
    assert.isEmpty(box.keyFingerprints)
  })
})
