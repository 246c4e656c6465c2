import { test } from '@japa/runner'
import { isHost, parseServerAddress } from '../../app/smtp_admin/models/server_address.js'

const PASTED: [pasted: string, host: string, port: number | null][] = [
  ['mail.example.com', 'mail.example.com', null],
  ['smtp://mail.example.com:587', 'mail.example.com', 587],
  ['smtps://mail.example.com:465/', 'mail.example.com', 465],
  ['mail.example.com:2525', 'mail.example.com', 2525],
  ['  Mail.Example.COM.  ', 'mail.example.com', null],
  ['[2001:db8::1]:25', '2001:db8::1', 25],
  ['2001:db8::1', '2001:db8::1', null],
  ['192.0.2.7:25', '192.0.2.7', 25],
  ['bücher.example', 'xn--bcher-kva.example', null],
  ['smtp://me:secret@mail.example.com:587', 'mail.example.com', 587],
]

test.group('A pasted server address', () => {
  for (const [pasted, host, port] of PASTED) {
    test(`“${pasted}” is ${host}, port ${port ?? 'as it was'}`, ({ assert }) => {
      assert.deepEqual(parseServerAddress(pasted), { host, port })
      assert.isTrue(isHost(host))
    })
  }

  for (const wrong of [
    'mail example.com',
    'mail.example.com/inbox',
    'a..b',
    '-a.b',
    'x'.repeat(64),
    '',
  ]) {
    test(`“${wrong.slice(0, 30)}” is no host`, ({ assert }) => {
      assert.isFalse(isHost(parseServerAddress(wrong).host))
    })
  }
})
