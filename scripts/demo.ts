import { mkdir } from 'node:fs/promises'
import { aceOrFail } from './lib/ace.ts'
import { ensureAdministrator } from './lib/administrator.ts'
import { ROOT, stopAll } from './lib/child.ts'
import { printGuide } from './lib/demo_guide.ts'
import { ensureEnvFile, readEnvironment } from './lib/env_file.ts'
import { startInbox } from './lib/inbox.ts'
import { interruption } from './lib/interruption.ts'
import { startServer } from './lib/server.ts'

/** Ends the demo and whatever it started. */
async function end(message: string, exitCode: number): Promise<never> {
  console.log(`\n${message}`)
  await stopAll()
  process.exit(exitCode)
}

async function demo() {
  const made = await ensureEnvFile()
  if (made) {
    console.log(made)
  }

  console.log('Preparing the database and an administrator...')
  await mkdir(new URL('tmp/', ROOT), { recursive: true })
  await aceOrFail(['migration:run', '--force'])
  const password = await ensureAdministrator()
  await aceOrFail(['demo:seed'])

  console.log('Starting an inbox and the app...')
  const environment = await readEnvironment()
  const inbox = await startInbox(Number(environment.SMTP_PORT || 1025))
  const server = await startServer(environment, inbox)
  printGuide({ inbox, server, password, sender: environment.MAIL_FROM_ADDRESS })

  const { reason } = await server.end
  throw new Error(`The server ${reason}; what it printed is above.`)
}

const interrupted = interruption()
interrupted.addEventListener('abort', () => end('Stopping the demo.', 0))
await demo().catch((error: Error) => interrupted.aborted || end(error.message, 1))
