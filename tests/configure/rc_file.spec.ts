import { test } from '@japa/runner'
import { importsModule, withoutModules } from '../../app/smtp_admin/configure/rc_file.js'

const MODULE = 'adonis-smtp-admin/commands'

/** adonisrc.ts with a line, and without it. */
const LINES = [
  [
    `[\n    () => import('a'),\n    () => import('${MODULE}'),\n  ]`,
    `[\n    () => import('a'),\n  ]`,
  ],
  [
    `[\n    () => import('a'),\n    () => import('${MODULE}')\n  ]`,
    `[\n    () => import('a')\n  ]`,
  ],
  [
    `[\n    () => import('${MODULE}'),\n    () => import('b')\n  ]`,
    `[\n    () => import('b')\n  ]`,
  ],
  [
    `[\r\n  () => import("${MODULE}"),\r\n  () => import("b"),\r\n]`,
    `[\r\n  () => import("b"),\r\n]`,
  ],
  [`[() => import('${MODULE}'), () => import('b')]`, `[() => import('b')]`],
  [`[() => import('a'), () => import(\`${MODULE}\`)]`, `[() => import('a')]`],
  [`[() => import('${MODULE}')]`, `[]`],
  [
    `[\n    {\n      file: () => import('${MODULE}'),\n      environment: ['web'],\n    },\n    () => import('b'),\n  ]`,
    `[\n    () => import('b'),\n  ]`,
  ],
]

test.group('An entry of adonisrc.ts', () => {
  test('goes without a trace from {0}')
    .with(LINES)
    .run(({ assert }, [before, after]) => {
      const rcFile = (list: string) => `export default defineConfig({\n  commands: ${list},\n})\n`

      assert.isTrue(importsModule(rcFile(before), MODULE))
      assert.equal(withoutModules(rcFile(before), [MODULE]), rcFile(after))
    })

  test('is not one in a comment, in another text, or of another module', ({ assert }) => {
    for (const text of [
      `// () => import('${MODULE}')`,
      `/* () => import('${MODULE}') */`,
      `const a = '${MODULE}'`,
      `() => import('${MODULE}/more')`,
    ]) {
      assert.isFalse(importsModule(text, MODULE), text)
      assert.equal(withoutModules(text, [MODULE]), text)
    }
  })
})
