import { test } from '@japa/runner'
import mail from '@adonisjs/mail/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import OrderNotification from '#mails/order_notification'
import { createUser } from '#tests/helpers/db/users'
import { DateTime } from 'luxon'
import type Order from '#models/order'
import type User from '#models/user'

let created = 0

/** An order of a user, with a number of its own. */
async function createOrder(user: User, values: Partial<Order> = {}) {
  created += 1
  const order = await user.related('orders').create({
    number: `2611200000${created}`,
    symbol: 'INFY',
    action: 'BUY',
    quantity: 10,
    price: 1512.9,
    executedAt: DateTime.utc(2025, 11, 20, 9, 30),
    ...values,
  })
  return order
}

test.group('Orders', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => () => mail.restore())

  test('the page lists the orders of the user and no others', async ({ client, assert }) => {
    const user = await createUser()
    const own = await createOrder(user, { symbol: 'M&M', price: 123456.5 })
    const others = await createOrder(await createUser())

    const response = await client.get('/orders').loginAs(user)

    response.assertStatus(200)
    response.assertTextIncludes(own.number)
    response.assertTextIncludes('M&amp;M')
    response.assertTextIncludes('₹1,23,456.50')
    response.assertTextIncludes('20 Nov 2025, 09:30 UTC')
    assert.notInclude(response.text(), others.number)
  })

  test('the notification goes to the owner of the order, as text and as HTML', async ({
    client,
    assert,
  }) => {
    const { mails } = mail.fake()
    const user = await createUser()
    const order = await createOrder(user, { symbol: 'M&M', action: 'SELL' })

    const response = await client
      .post(`/orders/${order.id}/notify`)
      .withCsrfToken()
      .loginAs(user)
      .redirects(0)

    response.assertHeader('location', '/orders')
    response.assertFlashMessage('success', `The notification of order ${order.number} was sent.`)
    mails.assertSentCount(OrderNotification, 1)

    const { subject, to, from, text, html } = mails.sent()[0].message.toJSON().message
    assert.equal(subject, 'Order executed: SELL M&M')
    assert.deepEqual(to, [{ address: user.email, name: user.name }])
    assert.isUndefined(from)
    assert.include(String(text), `Symbol:   M&M`)
    assert.include(String(text), `Order ID: ${order.number}`)
    assert.include(String(text), 'Price:    ₹1,512.90')
    assert.include(String(text), 'http://localhost:3333/orders')
    assert.include(String(html), 'M&amp;M')
    assert.include(String(html), order.number)
  })

  test('when sending fails the user hears nothing about the mail server', async ({
    client,
    assert,
  }) => {
    const user = await createUser()
    const order = await createOrder(user)
    const mailer = mail.use()
    const send = mailer.sendCompiled
    mailer.sendCompiled = async () => {
      throw new Error('535 5.7.8 authentication of relay@example.com failed')
    }

    const response = await client
      .post(`/orders/${order.id}/notify`)
      .withCsrfToken()
      .loginAs(user)
      .finally(() => (mailer.sendCompiled = send))

    response.assertStatus(200)
    response.assertTextIncludes(
      'The notification could not be sent. Please try again later, or tell an administrator.'
    )
    assert.notMatch(response.text(), /535|relay@example\.com/)
  })

  test('the order of somebody else is not found', async ({ client }) => {
    const { mails } = mail.fake()
    const order = await createOrder(await createUser())

    const response = await client
      .post(`/orders/${order.id}/notify`)
      .withCsrfToken()
      .loginAs(await createUser())

    response.assertStatus(404)
    mails.assertNoneSent()
  })

  test('nothing is sent without a CSRF token', async ({ client }) => {
    const { mails } = mail.fake()
    const user = await createUser()
    const order = await createOrder(user)

    const response = await client.post(`/orders/${order.id}/notify`).loginAs(user).redirects(0)

    response.assertStatus(302)
    mails.assertNoneSent()
  })
})
