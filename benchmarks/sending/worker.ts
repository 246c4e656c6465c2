import 'reflect-metadata'
import { createIgnitor } from '../../bin/ignitor.ts'
import { CONTENDERS, type Contender, LOGIN, type Sender, createSenders } from './contenders.ts'

/** Messages per second, of one contender with so many in flight. */
export interface Measurement {
  contender: Contender
  inFlight: number
  perSecond: number
}

const [port, rounds, ms, levels, only] = process.argv.slice(2)
const contenders = only ? CONTENDERS.filter((it) => only.split(',').includes(it)) : CONTENDERS

const MESSAGE = {
  from: { address: 'shop@example.com', name: 'Shop' },
  to: [{ address: 'reader@example.com', name: 'A reader' }],
  subject: 'Your order has been shipped',
  text: 'Hello,\n\nyour order is on its way and will arrive tomorrow.\n\nThe shop\n',
}

/** Contenders take turns of this length, so that other work on the machine affects all alike. */
const TURN_MS = 200

/** Sends with so many in flight for one turn; returns the messages and the time. */
async function takeTurn(sender: Sender, inFlight: number) {
  const start = performance.now()
  let sent = 0
  const keepSending = async () => {
    while (performance.now() - start < TURN_MS) {
      await sender.send({ ...MESSAGE })
      sent++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, keepSending))
  return { sent, seconds: (performance.now() - start) / 1000 }
}

/** The messages per second of each contender. */
async function measure(inFlight: number): Promise<Measurement[]> {
  const totals = contenders.map((contender) => ({ contender, sent: 0, seconds: 0 }))
  for (let turn = 0; turn < Number(ms) / TURN_MS; turn++) {
    for (const total of totals) {
      const { sent, seconds } = await takeTurn(senders[total.contender], inFlight)
      total.sent += sent
      total.seconds += seconds
    }
  }
  return totals.map(({ contender, sent, seconds }) => {
    return { contender, inFlight, perSecond: sent / seconds }
  })
}

const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
const { SmtpConfig } = await import('#smtp_admin')
const services = await app.container.make('smtp_admin.services')
await SmtpConfig.query().delete()
await SmtpConfig.create({
  name: 'Benchmark',
  host: '127.0.0.1',
  port: Number(port),
  useTls: true,
  verifyCertificate: false,
  isActive: true,
  ...LOGIN,
})

const senders = createSenders(Number(port), services.transport())
await measure(20)
for (let round = 0; round < Number(rounds); round++) {
  for (const inFlight of levels.split(',').map(Number)) {
    for (const measurement of await measure(inFlight)) {
      process.send?.(measurement)
    }
  }
}
for (const contender of contenders) {
  await senders[contender].close()
}
await app.terminate()
process.disconnect?.()
