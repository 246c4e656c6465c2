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

/** How many messages a second go out while so many are in flight, for so long. */
async function measure(sender: Sender, inFlight: number, duration: number): Promise<number> {
  const start = performance.now()
  let sent = 0
  const keepSending = async () => {
    while (performance.now() - start < duration) {
      await sender.send({ ...MESSAGE })
      sent++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, keepSending))
  return (sent / (performance.now() - start)) * 1000
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
for (const contender of contenders) {
  await measure(senders[contender], 20, Number(ms) * 2)
}
for (let round = 0; round < Number(rounds); round++) {
  for (const inFlight of levels.split(',').map(Number)) {
    for (const contender of contenders) {
      const perSecond = await measure(senders[contender], inFlight, Number(ms))
      process.send?.({ contender, inFlight, perSecond } satisfies Measurement)
    }
  }
}
for (const contender of contenders) {
  await senders[contender].close()
}
await app.terminate()
process.disconnect?.()
