import { test } from '@japa/runner'
import { Child } from '../helpers/process/app.js'
import { emptyTables } from '../helpers/db/configs.js'
import { ScriptedServer } from '../helpers/smtp/scripted_server.js'
import { storeServer } from '../helpers/smtp/stored_servers.js'

const SWITCHES = 1000

test.group('Two processes on one database', (group) => {
  group.each.setup(emptyTables)

  test(`a switch in one is used by the very next mail of the other, ${SWITCHES} times out of ${SWITCHES}`, async ({
    assert,
  }) => {
    const servers = await Promise.all([ScriptedServer.start(), ScriptedServer.start()])
    const configs = [
      await storeServer(servers[0], { name: 'Even' }),
      await storeServer(servers[1], { name: 'Odd' }),
    ]
    const child = await Child.start()

    for (let mail = 0; mail < SWITCHES; mail++) {
      await configs[mail % 2].activate()
      await child.do('send', String(mail))
    }
    await child.stop()

    const numbers = Array.from({ length: SWITCHES }, (_, mail) => String(mail))
    assert.deepEqual(
      servers[0].subjects,
      numbers.filter((mail) => Number(mail) % 2 === 0)
    )
    assert.deepEqual(
      servers[1].subjects,
      numbers.filter((mail) => Number(mail) % 2 === 1)
    )
  }).timeout(300_000)
})
