import { EMAIL } from './administrator.ts'

/** What the demo started. */
interface Demo {
  inbox: { host: string; port: number; url: string; moved: string[] }
  server: { url: string; moved: string[] }
  password: string | null
  sender?: string
}

function signIn(password: string | null) {
  return password
    ? [`  Sign in     ${EMAIL}`, `  Password    ${password}   (shown only now)`]
    : [
        `  Sign in     ${EMAIL}, which exists already and keeps its password; for another:`,
        '              npx node ace user:create --email=you@example.com --role=administrator',
      ]
}

/** Prints the addresses, how to sign in, and what to try. */
export function printGuide({ inbox, server, password, sender = 'the environment' }: Demo) {
  const { host, port } = inbox
  const prefix = inbox.moved.length > 0 ? `SMTP_PORT=${port} ` : ''
  const lines = [
    '',
    ...[...server.moved, ...inbox.moved],
    `  The app     ${server.url}`,
    ...signIn(password),
    `  The inbox   ${inbox.url}`,
    `  Its SMTP    ${host}:${port}, which is the environment's server as well`,
    '',
    'What to try:',
    '  1. Sign in and open "SMTP administration". Add the inbox as a server:',
    `     host ${host}, port ${port}, encryption None, from stored@example.com.`,
    '  2. Make it active. Then, in a private window, choose "Forgot your password?" and enter',
    `     ${EMAIL}: the mail is in the inbox, from stored@example.com.`,
    "  3. Deactivate it and ask again: now the environment's server is used, and the mail",
    `     is from ${sender}. Nothing was restarted.`,
    `  4. In another terminal: ${prefix}npx node ace smtp:validate --test-email`,
    '',
    'Ctrl-C stops all of it.',
    '',
  ]
  console.log(lines.join('\n'))
}
