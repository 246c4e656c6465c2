import { test } from '@japa/runner'
import { Container } from '@adonisjs/core/container'
import type { ApplicationService } from '@adonisjs/core/types'
import { TestLimit, createLimiter } from '../../../app/smtp_admin/admin/http/rate_limit.js'
import { E_TOO_MANY_SMTP_TESTS } from '../../../app/smtp_admin/errors.js'

const A_MINUTE = 10

const user = (id: string | null, ip = '192.0.2.1') => ({ id, ip })

/** An app without a limiter. */
const bare = { container: new Container() } as unknown as ApplicationService

async function countOften(limit: TestLimit, who: ReturnType<typeof user>) {
  for (let count = 0; count < A_MINUTE; count++) {
    await limit.count(who)
  }
}

test.group('The rate limit of tests', () => {
  test('applies in an app without a limiter', async ({ assert }) => {
    const limit = new TestLimit(() => createLimiter(bare))
    await countOften(limit, user('1'))

    const error = await limit.count(user('1')).catch((it) => it)

    assert.instanceOf(error, E_TOO_MANY_SMTP_TESTS)
    assert.isTrue(error.retryAfter > 0 && error.retryAfter <= 60)
    assert.include(error.message, `in ${error.retryAfter} seconds`)
  })

  test('is counted per user, or per IP address of unknown users', async ({ assert }) => {
    const limit = new TestLimit(() => createLimiter(bare))
    await countOften(limit, user('1', '192.0.2.1'))
    await countOften(limit, user(null, '192.0.2.1'))

    await limit.count(user('2', '192.0.2.1'))
    await limit.count(user(null, '192.0.2.2'))
    await assert.rejects(() => limit.count(user('1', '192.0.2.9')), /tested too often/)
    await assert.rejects(() => limit.count(user(null, '192.0.2.1')), /tested too often/)
  })

  test('uses the limiter of the app', async ({ assert }) => {
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
    const limit = new TestLimit(() => createLimiter(app))

    await limit.count(user('7'))

    assert.deepEqual(counted, ['smtp_admin_test_user_7 of 10 in 1 minute'])
  })

  test('passes on errors of the limiter', async ({ assert }) => {
    const limit = new TestLimit(async () => ({
      consume: () => Promise.reject(new Error('The store is away')),
    }))

    await assert.rejects(() => limit.count(user('1')), 'The store is away')
  })

  test('recovers when the limiter could not be created at first', async ({ assert }) => {
    let attempts = 0
    const limit = new TestLimit(async () => {
      attempts++
      if (attempts === 1) {
        throw new Error('The store is away')
      }
      return { consume: async () => {} }
    })

    await assert.rejects(() => limit.count(user('1')), 'The store is away')
    await limit.count(user('1'))
    await limit.count(user('1'))
    assert.equal(attempts, 2)
  })
})
