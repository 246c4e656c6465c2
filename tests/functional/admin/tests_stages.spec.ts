import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpTestRun } from '#smtp_admin'
import { formatAdvice } from '../../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import type { StageName } from '../../../app/smtp_admin/models/test_report.js'
import { makeUnreadable, pagePath } from '#tests/helpers/html/admin_pages'
import { KNOWN_SECRET } from '#tests/helpers/db/configs'
import { type Script, ScriptedServer, hangUp } from '#tests/helpers/smtp/scripted_server'
import { lookNamesUpIn } from '#tests/helpers/dns/dns_server'
import { storeServer } from '#tests/helpers/smtp/stored_servers'
import { latestRunText, post, startAfresh } from '#tests/helpers/html/test_pages'
import { createUser } from '#tests/helpers/db/users'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

/** What is wrong at each step, and the words for it. */
const FAULTS: Record<StageName, { script?: Script; values?: object; says: RegExp }> = {
  settings: { values: LOGIN, says: /Invalid settings .* cannot be decrypted/ },
  lookup: { values: { host: 'no-such-name.test' }, says: /Host not found .* in DNS/ },
  connect: { says: /Connection failed .* Connection refused by/ },
  greeting: { script: { greeting: hangUp }, says: /No valid greeting .* without a greeting/ },
  ehlo: {
    script: { EHLO: '501 Bad name', HELO: '501 Bad name' },
    says: /501 Bad name .* rejected the EHLO hostname/,
  },
  tls: { values: { useTls: true }, says: /does not support STARTTLS/ },
  authentication: {
    script: { EHLO: '250-test.example\r\n250 AUTH PLAIN', AUTH: '535 5.7.8 Wrong' },
    values: LOGIN,
    says: /535 5\.7\.8 Wrong .*Incorrect username or password/,
  },
  sender: {
    script: { MAIL: '553 5.7.1 Not yours' },
    says: /553 5\.7\.1 Not yours .* does not accept/,
  },
  recipient: { script: { RCPT: '554 5.7.1 No relay' }, says: /554 5\.7\.1 No relay/ },
  message: { script: { DATA: '554 5.7.1 Spam' }, says: /554 5\.7\.1 Spam .* as spam/ },
}

test.group('A test that fails at a step', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(startAfresh)

  test('has words of that step on its page, and no other page has them', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    await lookNamesUpIn({})
    const texts = new Map<StageName, string>()
    for (const [stage, { script, values }] of Object.entries(FAULTS)) {
      const server = await ScriptedServer.start(script)
      const config = await storeServer(server, {
        ...{ name: 'Relay', fromEmail: 'app@example.com' },
        ...values,
      })
      if (stage === 'settings') {
        await makeUnreadable(config)
      }
      if (stage === 'connect') {
        await server.close()
      }
      const to = stage === 'message' ? { test_to: 'ada@example.org' } : {}
      await post(client, pagePath(config, 'test'), user, to)

      texts.set(stage as StageName, await latestRunText(client, user))
      await config.delete()
    }

    for (const [stage, { says }] of Object.entries(FAULTS)) {
      const where = [...texts].filter(([, text]) => says.test(text)).map(([name]) => name)
      assert.deepEqual(where, [stage], texts.get(stage as StageName))
    }
    for (const { report } of await SmtpTestRun.all()) {
      assert.isNotEmpty(formatAdvice(en, report.advice!).steps)
    }
  })
})
