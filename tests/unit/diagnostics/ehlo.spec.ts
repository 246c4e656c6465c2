import { test } from '@japa/runner'
import { capabilitiesMessage, parseEhlo } from '../../../app/smtp_admin/diagnostics/ehlo.js'
import { en, format } from '../../../app/smtp_admin/i18n/format.js'

/** EHLO replies of widely used servers. */
const ANSWERS: Record<string, [answer: string[], described: string]> = {
  'Gmail': [
    [
      '250-smtp.gmail.com at your service, [203.0.113.7]',
      '250-SIZE 35882577',
      '250-8BITMIME',
      '250-AUTH LOGIN PLAIN XOAUTH2 PLAIN-CLIENTTOKEN OAUTHBEARER XOAUTH',
      '250-ENHANCEDSTATUSCODES',
      '250 SMTPUTF8',
    ],
    'Supports authentication (LOGIN, PLAIN, XOAUTH2, PLAIN-CLIENTTOKEN, OAUTHBEARER, or XOAUTH), maximum message size 35 MB',
  ],
  'Postfix, with the form of AUTH for old programs as well': [
    ['250-mail.example.com', '250-STARTTLS', '250-AUTH=PLAIN LOGIN', '250 AUTH PLAIN LOGIN'],
    'Supports STARTTLS, authentication (PLAIN or LOGIN)',
  ],
  'Exchange, in small letters': [
    ['250-mail.example.com Hello', '250-size 37748736', '250-starttls', '250 auth ntlm'],
    'Supports STARTTLS, authentication (NTLM), maximum message size 37 MB',
  ],
  'one without a limit': [['250-mail.example.com', '250 SIZE 0'], 'No extensions'],
  'one that says no size': [['250-mail.example.com', '250 SIZE'], 'No extensions'],
  'one with nothing but its name': [['250 starttls.example.com AUTH PLAIN'], 'No extensions'],
}

test.group('An EHLO reply', () => {
  for (const [who, [answer, described]] of Object.entries(ANSWERS)) {
    test(`of ${who} is parsed`, ({ assert }) => {
      assert.equal(format(en, capabilitiesMessage(parseEhlo(answer.join('\n')))), described)
    })
  }

  test('has a limited number of AUTH mechanisms', ({ assert }) => {
    const { authMethods, size } = parseEhlo(
      `250-a\n250-SIZE ${'9'.repeat(400)}\n250 AUTH${' X-METHOD'.repeat(10_000)}`
    )
    assert.isAtMost(authMethods.length, 12)
    assert.isTrue(size === null || Number.isFinite(size))
  })
})
