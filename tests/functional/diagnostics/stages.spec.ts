import { getActiveTest, test } from '@japa/runner'
import type { StageName } from '../../../app/smtp_admin/models/test_report.js'
import type { Candidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { SealedPassword } from '../../../app/smtp_admin/secrets/secret_box.js'
import {
  type Script,
  ScriptedServer,
  hangUp,
  silence,
  stripped,
  trickle,
} from '../../helpers/smtp/scripted_server.js'
import { lookNamesUpIn } from '../../helpers/dns/dns_server.js'
import { assertFailedAt, formatCause, formatStage } from '../../helpers/smtp/stages.js'
import { LOGIN, assertInTime, testOf } from '../../helpers/smtp/tested_server.js'
import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** Listens, and then never accepts a connection: the system keeps two waiting, and drops the rest. */
const SCRIPT = `
  const { createServer } = require('node:net')
  const { parentPort } = require('node:worker_threads')
  const server = createServer().listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })`

const MOST_WAITING = 10

/** An address of this machine where connections go nowhere, until the running test is over. */
async function blackHole(): Promise<{ host: string; port: number }> {
  const worker = new Worker(SCRIPT, { eval: true })
  const waiting: Socket[] = []
  getActiveTest()?.cleanup(async () => {
    waiting.forEach((socket) => socket.destroy())
    await worker.terminate()
  })
  const [port] = await once(worker, 'message')
  const address = { host: '127.0.0.1', port }
  for (let dropped = 0; dropped < 2; dropped += (await isAccepted(address, waiting)) ? 0 : 1) {
    if (waiting.length > MOST_WAITING) {
      throw new Error('This system does not drop connections')
    }
  }
  return address
}

async function isAccepted(address: { host: string; port: number }, waiting: Socket[]) {
  const socket = connect(address).on('error', () => {})
  waiting.push(socket)
  return Promise.race([once(socket, 'connect').then(() => true), setTimeout(200, false)])
}

const WITH_LOGIN = '250-test.example\r\n250 AUTH PLAIN LOGIN'

/** For servers that never reply. */
const IMPATIENT = { timeout: 1 }

interface Fault {
  script: Script
  values?: Partial<Candidate>
  stage: StageName
  /** In the message of the stage. */
  says: string
  /** The cause in the advice. */
  advises: RegExp
  /** Stages before it that are skipped, besides encryption. */
  skipped?: StageName[]
}

/** A scripted server, and the failure that it causes. */
const FAULTS: Record<string, Fault> = {
  'does not greet': {
    script: { greeting: silence },
    values: IMPATIENT,
    ...{
      stage: 'greeting',
      says: 'sent no greeting within 1 second',
      advises: /no complete greeting/,
    },
  },
  'greets one byte at a time': {
    script: { greeting: trickle('220 welcome') },
    values: IMPATIENT,
    ...{
      stage: 'greeting',
      says: 'sent no greeting within 1 second',
      advises: /no complete greeting/,
    },
  },
  'closes before the greeting': {
    script: { greeting: hangUp },
    ...{ stage: 'greeting', says: 'closed the connection', advises: /without a greeting/ },
  },
  'has too many connections': {
    script: { greeting: '421 4.7.0 Too many connections from 127.0.0.1' },
    ...{
      stage: 'greeting',
      says: '421 4.7.0 Too many connections',
      advises: /connection limit/,
    },
  },
  'is a web server': {
    script: { greeting: 'HTTP/1.1 400 Bad Request\r\n\r\n<html><b>Bad</b>' },
    ...{ stage: 'greeting', says: 'HTTP/1.1 400 Bad Request', advises: /web server/ },
  },
  'is for reading mail': {
    script: { greeting: '* OK IMAP4rev1 ready' },
    ...{ stage: 'greeting', says: '* OK IMAP4rev1 ready', advises: /incoming mail server/ },
  },
  'answers EHLO one byte at a time': {
    script: { EHLO: trickle('250-test.example') },
    values: IMPATIENT,
    ...{
      stage: 'ehlo',
      says: 'No response within 1 second',
      advises: /stopped responding/,
    },
  },
  'does not answer EHLO': {
    script: { EHLO: silence },
    values: IMPATIENT,
    ...{
      stage: 'ehlo',
      says: 'No response within 1 second',
      advises: /stopped responding/,
    },
  },
  'refuses the EHLO name': {
    script: {
      EHLO: '501 Syntactically invalid EHLO argument(s)',
      HELO: '501 Syntactically invalid HELO argument(s)',
    },
    ...{ stage: 'ehlo', says: '501 Syntactically invalid HELO', advises: /EHLO hostname/ },
  },
  'hangs up at EHLO': {
    script: { EHLO: hangUp },
    ...{
      stage: 'ehlo',
      says: 'closed the connection',
      advises: /closed the connection unexpectedly/,
    },
  },
  'refuses the password': {
    script: { EHLO: WITH_LOGIN, AUTH: '535 5.7.8 Error: authentication failed' },
    values: LOGIN,
    ...{
      stage: 'authentication',
      says: '535 5.7.8 Error: authentication failed',
      advises: /Incorrect username or password/,
    },
  },
  'cannot check the password now': {
    script: { EHLO: WITH_LOGIN, AUTH: '454 4.7.0 Temporary authentication failure' },
    values: LOGIN,
    ...{
      stage: 'authentication',
      says: '454 4.7.0',
      advises: /could not check the username and password/,
    },
  },
  'wants an app password': {
    script: {
      EHLO: WITH_LOGIN,
      AUTH: '534-5.7.9 Application-specific password required.\r\n534 5.7.9 go to https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp',
    },
    values: LOGIN,
    ...{ stage: 'authentication', says: '534-5.7.9 Application-specific', advises: /app password/ },
  },
  'offers no login': {
    script: { AUTH: '503 5.5.1 Error: authentication not enabled' },
    values: LOGIN,
    ...{
      stage: 'authentication',
      says: 'does not support authentication. Response: 503',
      advises: /does not support authentication/,
    },
  },
  'hangs up at the login': {
    script: { EHLO: WITH_LOGIN, AUTH: hangUp },
    values: LOGIN,
    ...{
      stage: 'authentication',
      says: 'closed the connection',
      advises: /closed the connection unexpectedly/,
    },
  },
  'is silent at the login': {
    script: { EHLO: WITH_LOGIN, AUTH: silence },
    values: { ...IMPATIENT, ...LOGIN },
    ...{
      stage: 'authentication',
      says: 'No response within 1 second',
      advises: /stopped responding/,
    },
  },
  'ends the connection at MAIL': {
    script: { MAIL: '421 4.4.5 Server busy, try again later' },
    ...{ stage: 'sender', says: '421 4.4.5 Server busy', advises: /closed the connection/ },
    skipped: ['authentication'],
  },
  'wants a login at MAIL': {
    script: { MAIL: '530 5.7.0 Authentication Required' },
    ...{ stage: 'sender', says: '530 5.7.0', advises: /requires authentication/ },
    skipped: ['authentication'],
  },
  'wants encryption at MAIL': {
    script: { MAIL: '530 5.7.0 Must issue a STARTTLS command first' },
    ...{ stage: 'sender', says: '530 5.7.0', advises: /requires encryption/ },
    skipped: ['authentication'],
  },
  'refuses the sender': {
    script: {
      MAIL: '553 5.7.1 <no-reply@example.com>: Sender address rejected: not owned by user',
    },
    ...{ stage: 'sender', says: '553 5.7.1', advises: /cannot send as no-reply@example.com/ },
    skipped: ['authentication'],
  },
  'greylists': {
    script: { RCPT: '450 4.2.0 <reader@example.com>: Recipient address rejected: Greylisted' },
    ...{ stage: 'recipient', says: '450 4.2.0', advises: /greylisting/ },
    skipped: ['authentication'],
  },
  'has a local error': {
    script: { RCPT: '451 4.3.0 Temporary lookup failure' },
    ...{ stage: 'recipient', says: '451 4.3.0', advises: /temporarily unavailable/ },
    skipped: ['authentication'],
  },
  'knows no such recipient': {
    script: { RCPT: '550 5.1.1 <reader@example.com>: User unknown' },
    ...{ stage: 'recipient', says: '550 5.1.1', advises: /recipient does not exist/ },
    skipped: ['authentication'],
  },
  'does not relay': {
    script: { RCPT: '554 5.7.1 <reader@example.com>: Relay access denied' },
    ...{ stage: 'recipient', says: '554 5.7.1', advises: /Relaying denied/ },
    skipped: ['authentication'],
  },
  'hangs up at the recipient': {
    script: { RCPT: hangUp },
    ...{
      stage: 'recipient',
      says: 'closed the connection',
      advises: /closed the connection unexpectedly/,
    },
    skipped: ['authentication'],
  },
}

test.group('A test of a server that', () => {
  for (const [what, fault] of Object.entries(FAULTS)) {
    test(`${what} fails in that stage, with advice`, async ({ assert }) => {
      const server = await ScriptedServer.start(fault.script)
      const result = await testOf(server, fault.values)

      const skipped: StageName[] = ['tls', ...(fault.skipped ?? [])]
      assertFailedAt(assert, result, fault.stage, fault.says, skipped)
      assert.match(formatCause(result), fault.advises)
      assertInTime(assert, result, fault.values?.timeout)
      assert.isEmpty(server.messages)
      await server.allGone()
    })
  }

  test('strips STARTTLS receives no credentials', async ({ assert }) => {
    const server = await ScriptedServer.start(stripped)
    const result = await testOf(server, { encryption: 'starttls', ...LOGIN })

    assertFailedAt(assert, result, 'tls', 'does not support STARTTLS. Response: 454')
    assert.match(formatCause(result), /does not support STARTTLS/)
    assert.notMatch(server.heard, /AUTH|MAIL/)
  })
})

test.group('A test of a server that', () => {
  const ENDINGS: Record<string, [Script, says: string, advises: RegExp]> = {
    'rejects DATA as spam': [{ DATA: '554 5.7.1 Spam message rejected' }, '554 5.7.1', /as spam/],
    'rejects the message as too large': [
      { message: '552 5.3.4 Message size exceeds fixed limit' },
      '552 5.3.4',
      /exceeds the server’s size limit/,
    ],
    'rejects the message for its DMARC policy': [
      {
        message:
          '550-5.7.26 Unauthenticated email from example.com is not accepted\r\n550 5.7.26 due to its DMARC policy',
      },
      '550-5.7.26',
      /SPF, DKIM or DMARC failed/,
    ],
    'does not reply to the message': [
      { message: silence },
      'No response within',
      /stopped responding/,
    ],
  }
  for (const [what, [script, says, advises]] of Object.entries(ENDINGS)) {
    test(`${what} fails in the message stage`, async ({ assert }) => {
      const server = await ScriptedServer.start(script)
      const result = await testOf(server, IMPATIENT, { message: 'send' })
      assertFailedAt(assert, result, 'message', says, ['tls', 'authentication'])
      assert.match(formatCause(result), advises)
      assertInTime(assert, result, IMPATIENT.timeout)
    })
  }
})

test.group('A test of an unreachable server', () => {
  test('reports a name that does not exist', async ({ assert }) => {
    await lookNamesUpIn({})
    const result = await testOf({ host: 'no-such-name.test', port: 587 })
    assertFailedAt(assert, result, 'lookup', 'no-such-name.test does not exist in DNS')
    assert.match(formatCause(result), /no-such-name.test does not exist in DNS/)
    assertInTime(assert, result)
  })

  test('suggests the host that was probably meant', async ({ assert }) => {
    await lookNamesUpIn({})
    const result = await testOf({ host: 'smtp.gmial.com', port: 587 })
    assertFailedAt(assert, result, 'lookup', 'smtp.gmial.com does not exist in DNS')
    assert.deepEqual(result.report.advice!.correction, { host: 'smtp.gmail.com' })
  })

  test('reports silent name servers at the timeout', async ({ assert }) => {
    await lookNamesUpIn({ 'silent-name.test': 'silent' })
    const result = await testOf({ host: 'silent-name.test', port: 587 }, IMPATIENT)
    assertFailedAt(assert, result, 'lookup', 'DNS lookup timed out after 1 second')
    assert.match(formatCause(result), /DNS is not responding/)
    assertInTime(assert, result, IMPATIENT.timeout)
  })

  test('reports failing name servers', async ({ assert }) => {
    await lookNamesUpIn({ 'broken-name.test': 'broken' })
    const result = await testOf({ host: 'broken-name.test', port: 587 })
    assertFailedAt(assert, result, 'lookup', 'DNS is not responding')
    assert.match(formatCause(result), /DNS is not responding/)
  })

  test('reports a closed port', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const { address } = server
    await server.close()
    const result = await testOf(address)
    assertFailedAt(assert, result, 'connect', 'Connection refused by')
    assert.match(formatCause(result), /No mail server is running on this machine/)
    assert.isBelow(result.ms, 1000)
  })

  test('reports a connection timeout', async ({ assert }) => {
    const result = await testOf(await blackHole(), IMPATIENT)
    assertFailedAt(assert, result, 'connect', 'Connection timed out after 1 second')
    assert.match(formatCause(result), /No response from 127.0.0.1/)
    assertInTime(assert, result, IMPATIENT.timeout)
  })

  test('uses the next of several addresses, and names it', async ({ assert }) => {
    await lookNamesUpIn({ 'several.test': { A: ['127.0.0.2', '127.0.0.3', '127.0.0.1'] } })
    const server = await ScriptedServer.start()
    const result = await testOf({ host: 'several.test', port: server.port })
    assert.equal(result.verdict, 'passed')
    assert.include(formatStage(result, 'lookup'), '127.0.0.3')
    assert.include(formatStage(result, 'connect'), 'Connected to 127.0.0.1, port')
  })

  test('reports that all addresses refuse the connection', async ({ assert }) => {
    await lookNamesUpIn({ 'several-refuse.test': { A: ['127.0.0.2', '127.0.0.3'] } })
    const server = await ScriptedServer.start()
    const result = await testOf({ host: 'several-refuse.test', port: server.port })
    assertFailedAt(assert, result, 'connect', 'Connection refused by')
  })
})

test.group('Invalid settings', () => {
  test('fail without a connection: a password that cannot be decrypted', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const password = new SealedPassword(() => null, 'Primary Mail Server')
    const result = await testOf(server, { username: 'mailer@example.com', password })
    assertFailedAt(assert, result, 'settings', 'cannot be decrypted')
    assert.match(formatCause(result), /APP_KEY/)
    assert.equal(server.connections, 0)
    assert.equal(result.transcript, '')
  })

  test('fail without a connection: an invalid value', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const result = await testOf(server, { fromEmail: 'nobody', ehloName: 'a b' })
    assertFailedAt(assert, result, 'settings', 'as the From email')
    assert.equal(server.connections, 0)
  })

  test('fail without a connection: a username without a password', async ({ assert }) => {
    const server = await ScriptedServer.start()
    const result = await testOf(server, { username: 'mailer@example.com' })
    assertFailedAt(assert, result, 'settings', 'Enter the password for this username')
    assert.equal(server.connections, 0)
  })
})
