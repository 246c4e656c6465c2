import { test } from '@japa/runner'
import { Container } from '@adonisjs/core/container'
import type { ApplicationService } from '@adonisjs/core/types'
import { makeLimiter } from '../../../app/smtp_admin/admin/test_runs/limiter.js'
import { TestLimit } from '../../../app/smtp_admin/admin/test_runs/test_limit.js'
import { E_TOO_MANY_SMTP_TESTS } from '../../../app/smtp_admin/errors.js'

const A_MINUTE = 10

const somebody = (id: string | null, ip = '192.0.2.1') => ({ id, ip })

/** An app that has set no limiter up. */
const bare = { container: new Container() } as unknown as ApplicationService

async function countOften(limit: TestLimit, who: ReturnType<typeof somebody>) {
  for (let count = 0; count < A_MINUTE; count++) {
    await limit.count(who)
  }
}

test.group('How often somebody may test', () => {
  test('is limited in an app without a limiter of its own', async ({ assert }) => {
    const limit = new TestLimit(() => makeLimiter(bare))
    await countOften(limit, somebody('1'))

    const error = await limit.count(somebody('1')).catch((it) => it)

    assert.instanceOf(error, E_TOO_MANY_SMTP_TESTS)
    assert.isTrue(error.retryAfter > 0 && error.retryAfter <= 60)
    assert.include(error.message, `in ${error.retryAfter} seconds`)
  })

  test('is counted by person, wherever they are, else by address', async ({ assert }) => {
    const limit = new TestLimit(() => makeLimiter(bare))
    await countOften(limit, somebody('1', '192.0.2.1'))
    await countOften(limit, somebody(null, '192.0.2.1'))

    await limit.count(somebody('2', '192.0.2.1'))
    await limit.count(somebody(null, '192.0.2.2'))
    await assert.rejects(() => limit.count(somebody('1', '192.0.2.9')), /tested too often/)
    await assert.rejects(() => limit.count(somebody(null, '192.0.2.1')), /tested too often/)
  })

  test('is counted where the app counts, by the limiter that it has set up', async ({ assert }) => {
    const counted: string[] = []
    const container = new Container<Record<string, unknown>>()
    container.bindValue('limiter.manager', {
      use: (options: { requests: number; duration: string }) => ({
        consume: async (key: string) => {
          counted.push(`${key} of ${options.requests} in ${options.duration}`)
        },
      }),
    })
    const app = { container } as unknown as ApplicationService
    const limit = new TestLimit(() => makeLimiter(app))

    await limit.count(somebody('7'))

    assert.deepEqual(counted, ['smtp_admin_test_user_7 of 10 in 1 minute'])
  })

  test('passes on what is wrong with the limiter', async ({ assert }) => {
    const limit = new TestLimit(async () => ({
      consume: () => Promise.reject(new Error('The store is away')),
    }))

    await assert.rejects(() => limit.count(somebody('1')), 'The store is away')
  })
})
