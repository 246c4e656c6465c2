import { test } from '@japa/runner'
import {
  mountLines,
  mountsPages,
  withoutPages,
} from '../../app/smtp_admin/configure/routes_file.js'

const ROUTER = "import router from '@adonisjs/core/services/router'\n"
const MIDDLEWARE = "import { middleware } from '#start/kernel'\n"
const SERVICE = "import smtpAdmin from 'adonis-smtp-admin/services/main'\n"
const HOME = "\nrouter.get('/', () => 'home')\n"

test.group('The pages in start/routes.ts', () => {
  test('is given the import of the middleware only where it has none', ({ assert }) => {
    const line = "import { middleware } from '#start/kernel'"

    assert.include(mountLines(''), line)
    assert.notInclude(mountLines(`${line}\n`), line)
  })

  test('are seen however they are mounted', ({ assert }) => {
    assert.isTrue(mountsPages('smtpAdmin\n  .registerRoutes(\n  )'))
    assert.isTrue(mountsPages("router.group(() => admin.registerRoutes()).prefix('intern')"))
    assert.isFalse(mountsPages('// smtpAdmin.registerRoutes()'))
    assert.isFalse(mountsPages(HOME))
  })

  test('go with their import, and the middleware that only they used', ({ assert }) => {
    const text = `${MIDDLEWARE}${ROUTER}${SERVICE}${HOME}
smtpAdmin.registerRoutes((group) => {
  group.use(middleware.auth())
})
`

    assert.equal(withoutPages(text), `${ROUTER}${HOME}`)
  })

  test('leave the middleware there that others use', ({ assert }) => {
    const others = "\nrouter.get('/me', () => 'me').use(middleware.auth())\n"
    const text = `${MIDDLEWARE}${ROUTER}${SERVICE}
smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))
${others}`

    assert.equal(withoutPages(text), `${MIDDLEWARE}${ROUTER}${others}`)
  })

  test('leave an import that was not used before alone', ({ assert }) => {
    const text = `${MIDDLEWARE}${SERVICE}\nsmtpAdmin.registerRoutes()\n`

    assert.equal(withoutPages(text), MIDDLEWARE)
  })

  test('go under another name too, with everything that is mounted', ({ assert }) => {
    const text = `${ROUTER}${SERVICE.replace('smtpAdmin', 'mailAdmin')}${HOME}
mailAdmin.registerRoutes()
mailAdmin.registerApiRoutes()
`

    assert.equal(withoutPages(text), `${ROUTER}${HOME}`)
  })

  test('stay, with their import, where they are part of something else', ({ assert }) => {
    const text = `${ROUTER}${SERVICE}
router.group(() => smtpAdmin.registerRoutes()).domain('admin.example.com')
`

    assert.equal(withoutPages(text), text)
  })

  test('keep the line ends of the file', ({ assert }) => {
    const text = `${ROUTER}${SERVICE}${HOME}\nsmtpAdmin.registerRoutes()\n`.replaceAll('\n', '\r\n')

    assert.equal(withoutPages(text), `${ROUTER}${HOME}`.replaceAll('\n', '\r\n'))
  })
})
