import { test } from '@japa/runner'
import { ESLint } from 'eslint'

/** The first error that the project's ESLint config reports for a file, or 'nothing'. */
async function lint(eslint: ESLint, filePath: string, code: string) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath })
  return result.messages.find((message) => message.severity === 2)?.message ?? 'nothing'
}

/** Refused imports, each with a part of the message. */
const REFUSED = [
  {
    file: 'app/smtp_admin/models/a.ts',
    code: "import '#models/user'",
    why: 'ERR_MODULE_NOT_FOUND',
  },
  { file: 'commands/a.ts', code: "import '#start/env'", why: 'ERR_MODULE_NOT_FOUND' },
  { file: 'providers/a.ts', code: "await import('#start/env')", why: 'ERR_MODULE_NOT_FOUND' },
  {
    file: 'app/smtp_admin/admin/a.ts',
    code: "import '@adonisjs/core/services/router'",
    why: 'from the container',
  },
  {
    file: 'index.ts',
    code: "export { default } from '@adonisjs/mail/services/main'",
    why: 'from the container',
  },
  {
    file: 'app/smtp_admin/models/a.ts',
    code: "import '../../models/user.js'",
    why: 'without the demo app',
  },
  {
    file: 'app/smtp_admin/admin/http/page_renderer/a.ts',
    code: "import '../../../../config/mail.js'",
    why: 'without the demo app',
  },
  {
    file: 'app/smtp_admin/secrets/a.ts',
    code: "import '../models/smtp_config.js'",
    why: 'no other layer',
  },
  {
    file: 'app/smtp_admin/configure/a.ts',
    code: "import '../models/schema/tables.js'",
    why: 'no other layer',
  },
  { file: 'app/smtp_admin/models/a.ts', code: "import '../mail/pool.js'", why: 'only secrets' },
  {
    file: 'app/smtp_admin/models/parts/a.ts',
    code: "import '../../resolution/b.js'",
    why: 'only secrets',
  },
  {
    file: 'app/smtp_admin/resolution/a.ts',
    code: "import '../secrets/secret_box.js'",
    why: 'types from secrets',
  },
  {
    file: 'app/smtp_admin/resolution/a.ts',
    code: "export * from '../mail/pool.js'",
    why: 'not "mail"',
  },
  {
    file: 'app/smtp_admin/mail/a.ts',
    code: "await import('../admin/routes.js')",
    why: 'not "admin"',
  },
  {
    file: 'app/smtp_admin/diagnostics/a.ts',
    code: "import '../admin/routes.js'",
    why: 'not "admin"',
  },
  {
    file: 'app/smtp_admin/admin/a.ts',
    code: "import '../mail/pool.js'",
    why: 'not "mail"',
  },
  { file: 'app/smtp_admin/api/a.ts', code: "import '../admin/routes.js'", why: 'not "admin"' },
  {
    file: 'app/smtp_admin/mail/a.ts',
    code: "import '../../../index.js'",
    why: 'root files',
  },
  {
    file: 'commands/a.ts',
    code: "import '../app/smtp_admin/admin/routes.js'",
    why: 'work without pages',
  },
  { file: 'app/smtp_admin/models/a.ts', code: 'export const a: any = 1', why: 'any' },
]

const ALLOWED = [
  { file: 'services/main.ts', code: "import '@adonisjs/core/services/app'" },
  { file: 'app/smtp_admin/admin/a.ts', code: "import '../models/smtp_config.js'" },
  {
    file: 'app/smtp_admin/admin/http/page_renderer/a.ts',
    code: "await import('../../resolution/candidates.js')",
  },
  { file: 'app/smtp_admin/mail/a.ts', code: "import '../errors.js'" },
  {
    file: 'app/smtp_admin/resolution/a.ts',
    code: "export type { Sealed } from '../secrets/secret_box.js'",
  },
  {
    file: 'app/smtp_admin/resolution/a.ts',
    code: "export { type Sealed } from '../secrets/secret_box.js'",
  },
  { file: 'app/smtp_admin/smtp_admin.ts', code: "await import('./admin/routes.js')" },
  { file: 'providers/a.ts', code: "import '../app/smtp_admin/admin/routes.js'" },
  { file: 'config/a.ts', code: "import '#start/env'" },
  { file: 'app/controllers/a.ts', code: "import '@adonisjs/mail/services/main'" },
]

test.group('Layers', (group) => {
  const eslint = new ESLint()

  group.each.timeout(30_000)

  test('lint refuses {code} in {file}')
    .with(REFUSED)
    .run(async ({ assert }, { file, code, why }) => {
      assert.include(await lint(eslint, file, code), why)
    })

  test('lint allows {code} in {file}')
    .with(ALLOWED)
    .run(async ({ assert }, { file, code }) => {
      assert.equal(await lint(eslint, file, code), 'nothing')
    })
})

test.group('Import cycles and type names', (group) => {
  const eslint = new ESLint()

  group.each.timeout(30_000)

  test('lint refuses an import that closes a cycle', async ({ assert }) => {
    // The provider imports the facade, which imports the errors.
    const message = await lint(
      eslint,
      'app/smtp_admin/errors.ts',
      "import '../../providers/smtp_admin_provider.js'"
    )
    assert.include(message, 'app/smtp_admin/errors.ts -> providers/smtp_admin_provider.ts -> ')
  })

  test('lint counts type imports in a cycle', async ({ assert }) => {
    const code = "export type { default } from '../../providers/smtp_admin_provider.js'"
    assert.include(await lint(eslint, 'app/smtp_admin/errors.ts', code), 'closes a cycle')
  })

  test('lint refuses a second exported type of the same name', async ({ assert }) => {
    const code = 'export type Candidate = string'
    assert.include(
      await lint(eslint, 'app/smtp_admin/mail/a.ts', code),
      'resolution/candidate.ts exports a type "Candidate" too'
    )
    assert.equal(await lint(eslint, 'app/smtp_admin/resolution/candidate.ts', code), 'nothing')
  })
})
