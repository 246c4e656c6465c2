import 'reflect-metadata'
import type { MessageComposeCallback } from '@adonisjs/mail/types'
import { createIgnitor } from '../../../bin/ignitor.js'

/**
 * Another process of the app, on the same database: does what it is told by messages, and answers
 * with what came of it. Started by `startChild`.
 */
const app = createIgnitor().createApp('web')
await app.init()
await app.boot()
const { default: mail } = await import('@adonisjs/mail/services/main')
const { SmtpConfig } = await import('#smtp_admin')

const SERVER = { host: 'mail.example.com', port: 587, useTls: true }

const orders: Record<string, (argument: string) => Promise<unknown>> = {
  async activate(id) {
    const config = await SmtpConfig.findOrFail(id)
    await config.activate()
  },

  async activateBySave(id) {
    const config = await SmtpConfig.findOrFail(id)
    config.isActive = true
    await config.save()
  },

  async changeHost(id) {
    const config = await SmtpConfig.findOrFail(id)
    await config.merge({ host: 'other.example.com' }).save()
  },

  createActive: (name) =>
    SmtpConfig.create({ name, scope: 'account:new', ...SERVER, isActive: true }),

  send: (subject) => mail.send(compose(subject)),
  sendLater: (subject) => mail.sendLater(compose(subject)),
}

function compose(subject: string): MessageComposeCallback {
  return (message) => {
    message.to('reader@example.com').from('app@example.com').subject(subject).text('Hello')
  }
}

process.on('message', async ({ number, order, argument }) => {
  try {
    await orders[order](argument)
    process.send!({ number, error: null })
  } catch (error) {
    process.send!({ number, error: String(error) })
  }
})
process.on('disconnect', () => app.terminate())
app.terminating(() => {
  if (process.connected) {
    process.send!({ number: -1, error: null })
  }
})

await app.start(() => {})
process.send!({ number: 0, error: null })
