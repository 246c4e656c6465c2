import { test } from '@japa/runner'
import { emptyTables } from '../helpers/db/configs.js'
import { databaseWithReplica } from '../helpers/db/database_faults.js'
import { TestMailer } from '../helpers/smtp/mailer.js'
import { ScriptedServer } from '../helpers/smtp/scripted_server.js'
import { activateServer } from '../helpers/smtp/stored_servers.js'

test.group('A database with replicas', (group) => {
  group.each.setup(emptyTables)

  test('is asked itself: a replica may not have heard of the switch yet', async ({ assert }) => {
    const server = await ScriptedServer.start()
    await activateServer(server)
    const mailer = await TestMailer.create({ app: { database: await databaseWithReplica() } })
    await mailer.send()
    assert.deepEqual(server.subjects, ['Hello'])
  })
})
