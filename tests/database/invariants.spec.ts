import { test } from '@japa/runner'
import { errors } from '@vinejs/vine'
import { SmtpConfig } from '#smtp_admin'
import {
  createConfig,
  createConfigWithLogin,
  emptyTables,
  validValues,
} from '../helpers/db/configs.js'

/** What is wrong, where it is reported, and what the message must say. */
const REFUSED: [what: string, values: Record<string, unknown>, field: string, message: RegExp][] = [
  ['no name', { name: '' }, 'name', /Enter a name/],
  ['a name of 101 characters', { name: 'n'.repeat(101) }, 'name', /name to 100 characters/],
  ['no host', { host: ' ' }, 'host', /hostname/],
  ['a host with a space', { host: 'mail example.com' }, 'host', /cannot contain spaces/],
  ['a host with a path', { host: 'smtp://mail.example.com/inbox' }, 'host', /path/],
  ['a host that starts with a hyphen', { host: '-mail.example.com' }, 'host', /hyphen/],
  ['port 0', { port: 0 }, 'port', /from 1 to 65535/],
  ['port 65536', { port: 65536 }, 'port', /from 1 to 65535/],
  ['port 25.5', { port: 25.5 }, 'port', /from 1 to 65535/],
  ['a port in words', { port: 'smtp' }, 'port', /from 1 to 65535, for example 587/],
  ['timeout 0', { timeout: 0 }, 'timeout', /from 1 to 300 seconds/],
  ['timeout 301', { timeout: 301 }, 'timeout', /from 1 to 300 seconds/],
  ['TLS and SSL', { useTls: true, useSsl: true }, 'encryption', /Choose either STARTTLS/],
  ['a from address that is none', { fromEmail: 'nobody' }, 'from_email', /From email/],
  [
    'two reply-to addresses',
    { replyTo: 'a@b.example,c@d.example' },
    'reply_to',
    /valid email address/,
  ],
  ['a username without password', { username: 'me' }, 'password', /Enter the password/],
  ['a password without username', { password: 'secret' }, 'username', /Enter the username/],
]

const TEXT_FIELDS: Record<string, string> = {
  name: 'name',
  host: 'host',
  username: 'username',
  password: 'password',
  fromEmail: 'from_email',
  fromName: 'from_name',
  replyTo: 'reply_to',
  ehloName: 'ehlo_name',
  notes: 'notes',
}

test.group('Invariants of a configuration', (group) => {
  group.each.setup(emptyTables)

  for (const [what, values, field, message] of REFUSED) {
    test(`refuses ${what}, names the field and the fix, and stores nothing`, async ({ assert }) => {
      const error = await refusal(() => createConfig(values))
      const problem = error.messages.find((candidate) => candidate.field === field)
      assert.match(problem?.message ?? `no message for ${field}`, message)
      assert.isEmpty(await SmtpConfig.all())
    })
  }

  for (const [attribute, field] of Object.entries(TEXT_FIELDS)) {
    for (const [name, character] of Object.entries({ CR: '\r', LF: '\n', NUL: '\0' })) {
      test(`refuses ${name} in ${field}`, async ({ assert }) => {
        const login = { username: 'me', password: 'secret' }
        const values = { ...login, [attribute]: `a@example.com${character}RSET` }
        const error = await refusal(() => createConfig(values))
        const problem = error.messages.find((candidate) => candidate.field === field)
        assert.match(problem?.message ?? 'no message', /Remove the line break or control character/)
        assert.isEmpty(await SmtpConfig.all())
      })
    }
  }

  test('refuses a changed value without changing the row', async ({ assert }) => {
    const config = await createConfig()
    config.port = 70000
    await refusal(() => config.save())
    const stored = await SmtpConfig.findOrFail(config.id)
    assert.equal(stored.port, 587)
    assert.equal(stored.revision, 1)
  })

  test('refuses a name of the same scope in whatever case, and takes it in another scope', async ({
    assert,
  }) => {
    await createConfig()
    const error = await refusal(() => createConfig({ name: 'PRIMARY mail server' }))
    assert.deepInclude(error.messages[0], { field: 'name', rule: 'unique' })
    await createConfig({ scope: 'account:7' })
    assert.lengthOf(await SmtpConfig.all(), 2)
  })

  test('says everything that is wrong at once', async ({ assert }) => {
    const error = await refusal(() => createConfig({ name: '', port: 0, useSsl: true }))
    assert.sameMembers(
      error.messages.map((problem) => problem.field),
      ['name', 'port', 'encryption']
    )
  })

  test('keeps a row that can be read back as it was entered', async ({ assert }) => {
    const { id } = await createConfigWithLogin({ fromEmail: 'no-reply@example.com', notes: 'Ours' })
    const config = await SmtpConfig.findOrFail(id)
    assert.containSubset(config.serialize(), {
      ...{ scope: 'site', name: 'Primary Mail Server', host: 'mail.example.com', port: 587 },
      ...{ use_tls: true, use_ssl: false, username: 'mailer@example.com', has_password: true },
      ...{ from_email: 'no-reply@example.com', from_name: null, timeout: 10, is_active: false },
      ...{ verify_certificate: true, notes: 'Ours', revision: 1 },
    })
    assert.equal(String(config), 'Primary Mail Server - mail.example.com:587 (Inactive)')
  })

  test('raises the revision at every change, and at no save without one', async ({ assert }) => {
    const config = await createConfig()
    await config.save()
    assert.equal(config.revision, 1)
    config.notes = 'Moved to the new data centre'
    await config.save()
    const stored = await SmtpConfig.findOrFail(config.id)
    assert.equal(stored.revision, 2)
  })
})

interface Refusal {
  messages: { field: string; rule: string; message: string }[]
}

async function refusal(save: () => Promise<unknown>): Promise<Refusal> {
  try {
    await save()
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return error
    }
    throw error
  }
  throw new Error(`Nothing was refused: ${JSON.stringify(validValues())}`)
}
