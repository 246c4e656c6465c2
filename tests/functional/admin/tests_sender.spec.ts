import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SmtpTestRun } from '#smtp_admin'
import { services } from '../../helpers/services.js'
import { LIST } from '#tests/helpers/html/admin_pages'
import { createConfig } from '#tests/helpers/db/configs'
import { DnsServer, type Zone } from '#tests/helpers/dns/dns_server'
import { ScriptedServer } from '#tests/helpers/smtp/scripted_server'
import { createUser } from '#tests/helpers/db/users'
import { mainText } from '#tests/helpers/html/page'

const ZONE: Zone = {
  'shop.example': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
  '_dmarc.shop.example': { TXT: ['v=DMARC1; p=reject'] },
  's1._domainkey.shop.example': { TXT: ['v=DKIM1; p='] },
}

/** Has DNS asked at a server of the test's own. */
async function useDns(zone: Zone) {
  const { discovery } = services
  const dns = await DnsServer.start(zone)
  services.discovery = { dns: [dns.address] }
  return { dns, restore: () => void (services.discovery = discovery) }
}

async function configFrom(fromEmail: string | null) {
  const server = await ScriptedServer.start()
  return createConfig({ ...server.address, useTls: false, fromEmail, timeout: 3 })
}

test.group('The sender’s domain in a test', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is looked up and told in words, and has no part in the verdict', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { restore } = await useDns(ZONE)
    cleanup(restore)
    const config = await configFrom('orders@shop.example')

    const request = client.post(`${LIST}/${config.id}/test`).withCsrfToken()
    const page = await request.form({ test_selector: 's1' }).loginAs(await createUser())

    const run = await SmtpTestRun.query().firstOrFail()
    assert.equal(run.verdict, 'passed')
    assert.deepEqual(
      run.report.emailAuth.map(({ name, state }) => `${name} ${state}`),
      ['SPF good', 'DMARC good', 'DKIM doubtful']
    )
    assert.include(mainText(page.text()), 'Sender domain (SPF, DKIM, DMARC)')
  })

  test('is left alone where asking DNS is switched off', async ({ client, assert, cleanup }) => {
    const { dns, restore } = await useDns(ZONE)
    cleanup(restore)
    services.discovery = { ...services.discovery, sources: { dns: false } }
    const config = await configFrom('orders@shop.example')

    await client
      .post(`${LIST}/${config.id}/test`)
      .withCsrfToken()
      .loginAs(await createUser())

    const run = await SmtpTestRun.query().firstOrFail()
    assert.isEmpty(run.report.emailAuth)
    assert.isEmpty(dns.asked)
  })

  test('does not keep anybody waiting: a silent DNS is unknown, not a failure', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { restore } = await useDns({ 'shop.example': 'silent', '_dmarc.shop.example': 'silent' })
    cleanup(restore)
    const config = await configFrom('orders@shop.example')

    await client
      .post(`${LIST}/${config.id}/test`)
      .withCsrfToken()
      .loginAs(await createUser())

    const run = await SmtpTestRun.query().firstOrFail()
    assert.equal(run.verdict, 'passed')
    assert.deepEqual(
      run.report.emailAuth.map(({ name, state }) => `${name} ${state}`),
      ['SPF unknown', 'DMARC unknown']
    )
  })

  test('refuses what cannot be a selector, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const config = await configFrom('orders@shop.example')

    const request = client.post(`${LIST}/${config.id}/test`).withCsrfToken()
    const page = await request.form({ test_selector: 'a b"><' }).loginAs(await createUser())

    page.assertStatus(422)
    assert.include(page.text(), 'Enter only the selector')
    assert.include(page.text(), 'value="a b&quot;&gt;&lt;"')
  })
})
