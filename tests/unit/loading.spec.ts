import { test } from '@japa/runner'
import { runNode } from '../helpers/process/ace.js'

interface Loaded {
  own: string[]
  packages: string[]
}

const COUNT = ['--import=@poppinss/ts-exec', 'benchmarks/loading.ts', '--json']

/** The goal of a provider and a first send together. */
const MAX_MODULES = 120

test.group('Loading', () => {
  test('the provider and a send load what sending needs, and no pages, diagnostics or optional packages', async ({
    assert,
  }) => {
    const { stdout, stderr } = await runNode(COUNT, {})
    assert.match(stdout, /^{/, stderr)
    const steps: Record<string, Loaded> = JSON.parse(stdout)
    const loaded = Object.values(steps)
    const own = loaded.flatMap((step) => step.own)
    const packages = loaded.flatMap((step) => step.packages)

    assert.includeMembers(own, [
      'providers/smtp_admin_provider.ts',
      'app/smtp_admin/mail/transport.ts',
    ])
    assert.deepEqual(
      own.filter((path) => /smtp_admin\/(admin|diagnostics|configure|actions)\//.test(path)),
      ['app/smtp_admin/diagnostics/presets/custom_presets.ts']
    )
    assert.isEmpty(own.filter((path) => path.endsWith('.json')))
    const optional = /^(edge\.js|@adonisjs\/(session|shield|limiter|i18n|assembler)|@vinejs\/vine)$/
    assert.isEmpty(packages.filter((name) => optional.test(name)))
    assert.isAtMost(own.length + packages.length, MAX_MODULES)
  }).timeout(20_000)
})
