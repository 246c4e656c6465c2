import { test } from '@japa/runner'
import {
  editDistance,
  nearestKnownHost,
} from '../../../app/smtp_admin/diagnostics/presets/nearest_host.js'
import { knownHosts } from '../../../app/smtp_admin/diagnostics/presets/presets.js'
import { registrableDomain } from '../../../app/smtp_admin/diagnostics/presets/registrable_domain.js'

test.group('The nearest known host', () => {
  for (const [typed, meant] of [
    ['smtp.gmial.com', 'smtp.gmail.com'],
    ['smtp.gmai.com', 'smtp.gmail.com'],
    ['smpt.gmail.com', 'smtp.gmail.com'],
    ['SMTP.Gmaill.com.', 'smtp.gmail.com'],
    ['smtp.gmail.con', 'smtp.gmail.com'],
    ['stmp.gmail.com', 'smtp.gmail.com'],
    ['mail.gmial.com', 'smtp.gmail.com'],
    ['smtp.ofice365.com', 'smtp.office365.com'],
    ['smtp.office356.com', 'smtp.office365.com'],
    ['smtp.sendgird.net', 'smtp.sendgrid.net'],
    ['smtp.mailgum.org', 'smtp.mailgun.org'],
    ['smtp.eu.mailgum.org', 'smtp.eu.mailgun.org'],
    ['smtp.postmarkap.com', 'smtp.postmarkapp.com'],
    ['smtp-relay.bervo.com', 'smtp-relay.brevo.com'],
    ['email-smpt.eu-west-1.amazonaws.com', 'email-smtp.eu-west-1.amazonaws.com'],
    ['email-smtp.eu-wset-1.amazonaws.com', 'email-smtp.eu-west-1.amazonaws.com'],
    ['email-smtp.eu-central-1.amazonaw.com', 'email-smtp.eu-central-1.amazonaws.com'],
    ['smtp.mail.yaho.com', 'smtp.mail.yahoo.com'],
  ]) {
    test(`of ${typed} is ${meant}`, ({ assert }) => {
      assert.equal(nearestKnownHost(typed), meant)
    })
  }

  for (const other of [
    'mail.exmaple.com',
    'smtp.example.com',
    'smtp.mail.com',
    'smtp.email.net',
    'smtp.gmx.com',
    'mail.bol.com',
    'smtp.one.net',
    'calendar.google.com',
    'drive.gmail.com',
    'smtp.gmail.example.com',
    'email-smtp.eu-west-4.amazonaws.com',
    'localhost',
    '127.0.0.1',
    '::1',
    '',
    '.',
    `${'a'.repeat(300)}.gmail.com`,
  ]) {
    test(`does not exist for ${other.slice(0, 40) || 'an empty text'}`, ({ assert }) => {
      assert.isNull(nearestKnownHost(other))
    })
  }

  test('does not exist for known hosts', ({ assert }) => {
    for (const host of knownHosts()) {
      assert.isNull(nearestKnownHost(host), host)
    }
  })

  test('is found in milliseconds, even for long names', ({ assert }) => {
    const start = performance.now()

    nearestKnownHost(`${'gmail.'.repeat(41)}gmial.com`)

    assert.isBelow(performance.now() - start, 250)
  })
})

test.group('The edit distance', () => {
  for (const [one, other, distance] of [
    ['gmail', 'gmail', 0],
    ['gmail', 'gmial', 1],
    ['gmail', 'gmal', 1],
    ['gmail', 'gmaill', 1],
    ['gmail', 'gnail', 1],
    ['gmail', 'gmx', 3],
    ['', '', 0],
    ['', 'ab', 2],
    ['abcdef', 'ghijkl', 3],
    ['ca', 'abc', 3],
  ] as const) {
    test(`of “${one}” and “${other}” is ${distance}, with a limit of 2`, ({ assert }) => {
      assert.equal(editDistance(one, other, 2), distance)
      assert.equal(editDistance(other, one, 2), distance)
    })
  }
})

test.group('The registrable domain', () => {
  for (const [host, domain] of [
    ['smtp.example.com', 'example.com'],
    ['example.com', 'example.com'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['mail.example.com.au.', 'example.com.au'],
    ['smtp.mail.me.com', 'me.com'],
    ['co.uk', 'co.uk'],
    ['localhost', 'localhost'],
    ['', ''],
  ]) {
    test(`of “${host}” is “${domain}”`, ({ assert }) => {
      assert.equal(registrableDomain(host), domain)
    })
  }
})
