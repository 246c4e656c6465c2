import { test } from '@japa/runner'
import { runNode } from '../helpers/process/ace.js'

/** Prints the packages that a process looks for. */
const PRINT_IMPORTS = `--import=data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module'
registerHooks({
  resolve(specifier, context, nextResolve) {
    console.log(specifier)
    return nextResolve(specifier, context)
  },
})`)}`

test('importing the package does not load what configures an app', async ({ assert }) => {
  const { exitCode, stdout, stderr } = await runNode(
    [PRINT_IMPORTS, '--import=@poppinss/ts-exec', '--eval', "import('./index.ts')"],
    {}
  )

  assert.equal(exitCode, 0, stderr)
  const imports = stdout.split('\n')
  assert.include(imports, './configure.js')
  assert.isEmpty(imports.filter((name) => /assembler|ts-morph|install\//.test(name)))
})
