import { setTimeout as wait } from 'node:timers/promises'
import pretty from 'pino-pretty'
import { ended, startNode, TYPESCRIPT } from './child.ts'
import { freePort } from './ports.ts'

const SECONDS = 60

/** Waits until a page comes, or fails when the server dies or takes too long. */
async function untilItAnswers(url: string, end: ReturnType<typeof ended>) {
  const died = end.then(({ reason }) => {
    throw new Error(`The server ${reason} before it answered; what it printed is above.`)
  })
  const answered = async () => {
    const limit = Date.now() + SECONDS * 1000
    while (Date.now() < limit) {
      const response = await fetch(url).catch(() => null)
      if (response?.ok) {
        return
      }
      await wait(200)
    }
    throw new Error(`The server gave no page at ${url} within ${SECONDS} seconds.`)
  }
  await Promise.race([died, answered()])
}

/** Starts the app on its port, or on the next that is free, with the inbox as its own mail server. */
export async function startServer(
  environment: NodeJS.ProcessEnv,
  inbox: { host: string; port: number }
) {
  const host = environment.HOST || 'localhost'
  const wanted = Number(environment.PORT || 3333)
  const port = await freePort(wanted, host)
  const url = `http://${host}:${port}`

  const child = startNode([...TYPESCRIPT, 'bin/server.ts'], {
    env: {
      ...environment,
      HOST: host,
      PORT: String(port),
      APP_URL: url,
      SMTP_HOST: inbox.host,
      SMTP_PORT: String(inbox.port),
      SMTP_USERNAME: '',
      SMTP_PASSWORD: '',
      SMTP_USE_TLS: 'false',
      SMTP_USE_SSL: 'false',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout?.pipe(pretty({ ignore: 'pid,hostname,name', translateTime: 'SYS:HH:MM:ss' }))
  const end = ended(child)
  await untilItAnswers(url, end)

  const moved = port === wanted ? [] : [`Port ${wanted} is in use: the app is at ${port} instead.`]
  return { url, end, moved }
}
