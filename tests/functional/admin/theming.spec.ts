import { Edge } from 'edge.js'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import testUtils from '@adonisjs/core/services/test_utils'
import { HostViews } from '../../../app/smtp_admin/admin/http/views.js'
import { LIST, pagePath } from '#tests/helpers/html/admin_pages'
import { CapturedLog } from '#tests/helpers/captured_log'
import { createConfig } from '#tests/helpers/db/configs'
import { OwnViews, packagedView } from '#tests/helpers/views/host_views'
import { createUser } from '#tests/helpers/db/users'

const MARK = 'Changed by the app'

test.group('A view that the app has of its own', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('wins at once, and the package has its own back at once: {what}')
    .with([
      { what: 'a page', view: 'pages/configs/index' },
      { what: 'a component', view: 'components/config_row' },
      { what: 'a component in a component', view: 'components/config_status' },
      { what: 'the layout', view: 'components/layout' },
      { what: 'a partial of the layout', view: 'partials/header' },
      { what: 'a partial of a page', view: 'pages/configs/_table' },
    ])
    .run(async ({ client, assert }, { view }) => {
      const own = new OwnViews()
      const user = await createUser()
      await createConfig({ name: 'Relay' })
      const list = async () => {
        const response = await client.get(LIST).loginAs(user)
        response.assertStatus(200)
        return response.text()
      }
      assert.notInclude(await list(), MARK)

      own.write(view, `${packagedView(view)}\n<p>${MARK}</p>\n`)
      assert.include(await list(), MARK)

      own.remove(view)
      assert.notInclude(await list(), MARK)
    })

  test('gets what the package gives its own, and may use the other views', async ({ client }) => {
    const own = new OwnViews()
    own.write(
      'pages/configs/index',
      `@smtp_admin.layout({ shell })
        <h1>${MARK}: {{ rows.length }}</h1>
        @each(row in rows)
          <p>{{ urlTo('configs.change', { id: row.id }) }}</p>
          @!smtp_admin.configStatus({ row })
        @end
      @end`
    )
    const config = await createConfig({ isActive: true })

    const response = await client.get(LIST).loginAs(await createUser())

    response.assertTextIncludes(`<h1>${MARK}: 1</h1>`)
    response.assertTextIncludes(`<p>${pagePath(config, 'change')}</p>`)
    response.assertTextIncludes('<span class="status status-active">')
    response.assertTextIncludes('Current mail server')
  })

  test('changes no view of the app itself', async ({ client, assert }) => {
    const own = new OwnViews()
    own.write('components/layout', MARK)

    const response = await client.get('/').loginAs(await createUser())

    response.assertStatus(200)
    assert.notInclude(response.text(), MARK)
  })
})

test.group('A mistake in a view of the app', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is in the log with the file and the line where it is: {what}, {view}')
    .with([
      { what: 'one of syntax', view: 'pages/configs/index', source: '<p>\n@if(rows)\n', line: 2 },
      { what: 'one when it runs', view: 'pages/configs/index', source: '\n{{ no.such }}', line: 2 },
      { what: 'one of syntax', view: 'components/layout', source: '\n@if(shell)', line: 2 },
      { what: 'one when it runs', view: 'partials/header', source: '{{ no.such }}', line: 1 },
    ])
    .run(async ({ client, assert, cleanup }, { view, source, line }) => {
      const own = new OwnViews()
      own.write(view, source)
      const { child } = logger
      const log = new CapturedLog()
      cleanup(() => {
        logger.child = child
      })
      logger.child = () => log.logger

      const response = await client.get(LIST).loginAs(await createUser())

      response.assertStatus(500)
      response.assertTextIncludes('Something went wrong')
      const { err } = JSON.parse(log.text.split('\n')[0])
      assert.deepInclude(err, { filename: own.pathOf(view), line })
    })
})

test.group('In production', () => {
  test('a view is looked for once, and compiled once', async ({ assert }) => {
    const own = new OwnViews()
    own.write('pages/configs/_delete_link', MARK)
    const asked: string[] = []
    const edge = Edge.create({ cache: true })
    const views = new HostViews(edge, {
      inProduction: true,
      viewsPath: (...paths: string[]) => {
        asked.push(paths.join('/'))
        return app.viewsPath(...paths)
      },
    })
    assert.equal(await edge.render('smtp_admin::pages/configs/_delete_link'), MARK)

    own.write('pages/configs/_delete_link', 'Changed later')
    views.refresh()

    assert.equal(await edge.render('smtp_admin::pages/configs/_delete_link'), MARK)
    assert.lengthOf(asked, 1)
  })
})
