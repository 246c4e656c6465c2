import app from '@adonisjs/core/services/app'
import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { emptyTables } from './helpers/db/configs.js'

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app),
  apiClient(),
  sessionApiClient(app),
  shieldApiClient(),
  authApiClient(app),
]

/** Starts from an empty database, even if the previous run was interrupted. */
async function freshDatabase() {
  await ace.exec('db:wipe', ['--force'])
  return testUtils.db().migrate()
}

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [freshDatabase],
  teardown: [],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  // A suite starts with empty tables, whatever the previous suite left in the same database.
  suite.setup(emptyTables)
  if (['functional', 'browser', 'states'].includes(suite.name)) {
    suite.setup(() => testUtils.httpServer().start())
  }
  if (suite.name === 'database') {
    suite.onGroup((group) => group.tap((it) => it.tags(['@db'])))
    suite.onTest((test) => test.tags(['@db']))
  }
}
