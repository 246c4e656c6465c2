import type { ApiClient } from '@japa/api-client'
import limiter from '@adonisjs/limiter/services/main'
import type User from '#models/user'
import { SmtpTestRun } from '#smtp_admin'
import { services } from '../services.js'
import type { LocalServer } from '../smtp/local_server.js'
import { mainText } from './page.js'

export const LINES = 'application/x-ndjson'

/** Nobody has tested too often when a test begins, and nobody asks the world's DNS meanwhile. */
export async function startAfresh() {
  await limiter.clear()
  const { discovery } = services
  services.discovery = { sources: false }
  return () => {
    services.discovery = discovery
  }
}

/** What the form sends for a server of this test, besides its other fields. */
export function inputFor(server: LocalServer, overrides: Record<string, unknown> = {}) {
  return {
    host: server.host,
    port: String(server.port),
    encryption: 'none',
    from_email: 'app@example.com',
    ...overrides,
  }
}

/** Posts a form and stays where it leads. */
export function post(client: ApiClient, path: string, user: User, input: object = {}) {
  return client.post(path).withCsrfToken().form(input).loginAs(user).redirects(0)
}

/** The same as our script posts it: the lines of the answer, or what it says instead. */
export async function postLive(client: ApiClient, path: string, user: User, input: object = {}) {
  const response = await post(client, path, user, input).header('accept', LINES)
  const isLines = response.header('content-type')?.startsWith(LINES)
  return { response, lines: isLines ? linesOf(response.text()) : [] }
}

/** The text of the page that says how the latest test went. */
export async function latestRunText(client: ApiClient, user: User): Promise<string> {
  const run = await latestRun()
  const page = await client.get(`/admin/smtp/tests/${run.id}`).loginAs(user)
  return mainText(page.text())
}

export function latestRun(): Promise<SmtpTestRun> {
  return SmtpTestRun.query().orderBy('id', 'desc').firstOrFail()
}

interface Line {
  stage?: { title: string; state: string; word: string; detail: string }
  next?: string | null
  verdict?: { words: string }
  advice?: { cause: string; correction: { url: string } | null } | null
  url?: string | null
}

function linesOf(text: string): Line[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
