import { inspect } from 'node:util'
import { test } from '@japa/runner'
import { Password } from '../../../app/smtp_admin/secrets/secret_box.js'
import { candidateOf } from '../../helpers/smtp/candidates.js'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { secretsIn } from '../../helpers/encoded_secrets.js'
import { TestMailer } from '../../helpers/smtp/mailer.js'
import { type Script, ScriptedServer } from '../../helpers/smtp/scripted_server.js'
import { SecretSearch } from '../../helpers/secrets.js'
import { ENVELOPE, LOGIN, testOf } from '../../helpers/smtp/tested_server.js'
import type { Socket } from 'node:net'

type LoginMethod = 'PLAIN' | 'LOGIN' | 'CRAM-MD5'

/** Where a server repeats what it was sent: in which reply, of which connection. */
type EchoPlace = 'refused login' | 'login' | 'sender' | 'recipient' | 'message' | 'next time'

const CHALLENGE = '<1896.697170952@postoffice.example.net>'

/** A server that repeats a login in any form that a test gives it. */
class EchoingScript {
  /** What was sent for the login, line by line. */
  readonly sent: string[] = []
  #method: LoginMethod
  #place: EchoPlace
  #form: (sent: string[]) => string
  #awaited = 0
  #greetings = 0

  constructor(method: LoginMethod, place: EchoPlace, form: (sent: string[]) => string) {
    this.#method = method
    this.#place = place
    this.#form = form
  }

  /** What CRAM-MD5 proves the password with, once it has been sent. */
  get proof(): string {
    return decode(this.sent.at(-1) ?? '').split(' ')[1] ?? ''
  }

  get script(): Script {
    const known: Script = {
      greeting: (socket) => {
        this.#greetings++
        this.#say(socket, '220', this.#greetings > 1 ? 'next time' : null)
      },
      EHLO: (socket) => {
        const echo = this.#greetings > 1 && this.#place === 'next time' ? this.#echo() : 'hello'
        socket.write(`250-${echo}\r\n250-${echo}\r\n250 AUTH ${this.#method}\r\n`)
      },
      AUTH: (socket, line) => this.#begin(socket, line),
      MAIL: (socket) => this.#say(socket, this.#place === 'sender' ? '553 5.7.1' : '250', 'sender'),
      RCPT: (socket) =>
        this.#say(socket, this.#place === 'recipient' ? '550 5.1.1' : '250', 'recipient'),
      message: (socket) => this.#say(socket, '250', 'message'),
    }
    // Lines of a login begin with anything.
    return new Proxy(known, {
      get: (script, command: string) =>
        this.#awaited > 0
          ? (socket: Socket, line: string) => this.#goOn(socket, line)
          : script[command],
    })
  }

  #begin(socket: Socket, line: string) {
    if (this.#method === 'PLAIN') {
      this.sent.push(line.split(' ').at(-1)!)
      this.#end(socket)
    } else {
      this.#awaited = this.#method === 'LOGIN' ? 2 : 1
      const asked = this.#method === 'LOGIN' ? 'Username:' : CHALLENGE
      socket.write(`334 ${btoa(asked)}\r\n`)
    }
  }

  #goOn(socket: Socket, line: string) {
    this.sent.push(line)
    this.#awaited--
    if (this.#awaited > 0) {
      socket.write(`334 ${btoa('Password:')}\r\n`)
    } else {
      this.#end(socket)
    }
  }

  #end(socket: Socket) {
    const isRefused = this.#place === 'refused login'
    this.#say(socket, isRefused ? '535 5.7.8' : '235', isRefused ? 'refused login' : 'login')
  }

  #say(socket: Socket, code: string, place: EchoPlace | null) {
    const said = place === this.#place ? this.#echo() : 'it'
    const [status, ...rest] = code.split(' ')
    const lines = `you said ${said}, did you`.split('\n').map((line) => [...rest, line].join(' '))
    const last = lines.pop()
    socket.write(lines.map((line) => `${status}-${line}\r\n`).join('') + `${status} ${last}\r\n`)
  }

  #echo() {
    return this.#form(this.sent)
  }
}

/** What was sent in base64, in clear. */
function decode(sent: string): string {
  return Buffer.from(sent, 'base64').toString()
}

const USERNAME = LOGIN.username
const ACCOUNT = { username: USERNAME, password: KNOWN_SECRET }

/** The ways in which a server may repeat credentials. */
const FORMS: Record<string, (sent: string[]) => string> = {
  'as it came': (sent) => sent.join(' '),
  'decoded': (sent) => sent.map(decode).join(' '),
  'as the password in clear': () => KNOWN_SECRET,
  'as the password in base64': () => base64(KNOWN_SECRET),
  'as the password in base64 without padding': () => base64(KNOWN_SECRET).replace(/=+$/, ''),
  'in base64, after one character': () => base64(`x${KNOWN_SECRET}y`),
  'in base64, after two': () => base64(`xy${KNOWN_SECRET}`),
  'in base64, after three and much more': () =>
    base64(`The password was ${KNOWN_SECRET}, wasn’t it?`),
  'in base64 of the other alphabet': () => Buffer.from(`?>${KNOWN_SECRET}`).toString('base64url'),
  'as PLAIN would': () => base64(`\0${USERNAME}\0${KNOWN_SECRET}`),
  'in the middle of a word': () => `xxx${KNOWN_SECRET}xxx${base64(KNOWN_SECRET)}xxx`,
  'without its login name, in base64': (sent) => base64(decode(sent.at(-1)!).split(' ').at(-1)!),
  'decoded, and in base64 again': (sent) => base64(`<${decode(sent.at(-1)!)}>`),
  'among bytes that are no text': () => `\u00ff\u00fe${KNOWN_SECRET}\u00ff`,
  'twice, and cut': () => `${KNOWN_SECRET.repeat(2)}${KNOWN_SECRET.slice(0, 3)}`,
  'late': () => `${'x'.repeat(280)}${KNOWN_SECRET}`,
  'very late': () => `${'x '.repeat(49_990)}${KNOWN_SECRET}`,
}

const METHODS: LoginMethod[] = ['PLAIN', 'LOGIN', 'CRAM-MD5']

const PLACES: EchoPlace[] = [
  ...(['refused login', 'login', 'sender', 'recipient', 'message', 'next time'] as const),
]

for (const method of METHODS) {
  test.group(`The result of a test with AUTH ${method}`, () => {
    for (const place of PLACES) {
      test(`does not contain a password that the server repeats: ${place}`, async ({ assert }) => {
        for (const [form, say] of Object.entries(FORMS)) {
          const echoing = new EchoingScript(method, place, say)
          const server = await ScriptedServer.start(echoing.script)
          const results = [
            await testOf(server, LOGIN, { message: 'send' }),
            await testOf(server, LOGIN),
          ]

          assert.isNotEmpty(echoing.sent)
          const shown = results.flatMap((it) => [JSON.stringify(it), inspect(it, { depth: 9 })])
          // A digest is worthless without its challenge.
          const isProof = method === 'CRAM-MD5' && place !== 'next time'
          const secrets = [KNOWN_SECRET, ...(isProof ? [echoing.proof] : [])]
          assert.deepEqual(secretsIn(shown.join('\n'), secrets), [], `${form}\n${shown[0]}`)
        }
      })
    }

    test('contains the dialogue', async ({ assert }) => {
      const echoing = new EchoingScript(method, 'login', () => KNOWN_SECRET)
      const server = await ScriptedServer.start(echoing.script)
      const { transcript, verdict } = await testOf(server, LOGIN)

      assert.equal(verdict, 'passed')
      const challenges = { 'PLAIN': 0, 'LOGIN': 2, 'CRAM-MD5': 1 }[method]
      assert.deepEqual(transcript.split('\n'), [
        'S: 220 you said it, did you',
        'C: EHLO [127.0.0.1]',
        'S: 250-hello',
        'S: 250-hello',
        `S: 250 AUTH ${method}`,
        `C: AUTH ${method} [redacted]`,
        ...Array.from({ length: challenges }, () => ['S: 334 [redacted]', 'C: [redacted]']).flat(),
        'S: 235 you said [redacted], did you',
        'C: MAIL FROM:<no-reply@example.com>',
        'S: 250 you said it, did you',
        'C: RCPT TO:<reader@example.com>',
        'S: 250 you said it, did you',
        'C: RSET',
        'S: 250 OK',
        'C: QUIT',
      ])
    })
  })
}

test.group('A password', () => {
  const SPACED = 'abcd efgh ijkl mnop'
  const SNEAKY: Record<string, [password: string, echo: string]> = {
    'written with a tab': [SPACED, SPACED.replaceAll(' ', '\t')],
    'written with two spaces': [SPACED, SPACED.replaceAll(' ', '  ')],
    'written with invisible characters': [SPACED, SPACED.replaceAll(' ', '\u200b \u200d')],
    'written with a line break alone': [SPACED, SPACED.replaceAll(' ', '\r')],
    'not in ASCII, and repeated as bytes': [
      'pässwört ✓ lang',
      Buffer.from('pässwört ✓ lang').toString('latin1'),
    ],
    'written with two spaces and repeated with one': ['ab  cd  ef', 'ab cd ef'],
    'short': ['s3c', base64('s3c')],
    'full of regular expression syntax': ['$& (.*) [x] \\1', '$& (.*) [x] \\1'],
  }
  for (const [what, [password, echo]] of Object.entries(SNEAKY)) {
    test(`that is ${what} is redacted`, async ({ assert }) => {
      const server = await ScriptedServer.start({
        EHLO: '250-test.example\r\n250 AUTH PLAIN',
        AUTH: (socket) =>
          socket.write(Buffer.from(`535 5.7.8 no <${echo}> \u00ff\r\n`, charsetOf(echo))),
      })
      const login = { username: USERNAME, password: new Password(password) }
      const result = await testOf(server, login)
      assert.include(result.transcript, 'no <[redacted]>')
      assert.include(JSON.stringify(result.report.stages), 'no <[redacted]>')
      assert.isEmpty(secretsIn(result.transcript, [password]))
    })
  }
})

test.group('A stored test', (group) => {
  group.each.setup(emptyTables)

  for (const method of METHODS) {
    test(`contains no password, and neither does the log, with AUTH ${method}`, async ({
      assert,
    }) => {
      const echoing = new EchoingScript(method, 'refused login', (sent) =>
        Object.values(FORMS)
          .map((say) => say(sent).slice(-200))
          .join('\n')
      )
      const server = await ScriptedServer.start(echoing.script)
      const mailer = await TestMailer.create()
      const outcome = await mailer.services.tester.test({
        candidate: candidateOf({ ...server.address, ...LOGIN, encryption: 'none' }),
        subject: { configId: null, scope: 'site', revision: null, settingsHash: null },
        author: { id: '1', label: 'admin@example.com', source: 'admin', ip: null },
        envelope: ENVELOPE,
        message: 'none',
      })

      const search = new SecretSearch(ACCOUNT)
      search.inValue('the outcome', outcome)
      search.in('the log', mailer.log.text)
      search.in('the stored run', JSON.stringify(outcome.run))
      await search.inDatabase('after the test')
      assert.isNotNull(outcome.run)
      assert.isEmpty(search.found)
    })
  }
})

function base64(text: string) {
  return Buffer.from(text).toString('base64')
}

/** Latin-1 if every character fits into a byte: those are not sent as UTF-8. */
function charsetOf(text: string): BufferEncoding {
  return /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf8'
}
