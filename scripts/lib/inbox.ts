import { MailDev } from 'maildev'
import { freePort } from './ports.ts'

const HOST = '127.0.0.1'
const PAGE_PORT = 1080

/** A mail server that keeps what it gets, and a page that shows it: nothing leaves the machine. */
export async function startInbox(smtpPort: number) {
  const smtp = await freePort(smtpPort, HOST)
  const web = await freePort(PAGE_PORT, HOST)
  await new MailDev({ smtp, ip: HOST, web, webIp: HOST }).start()
  return {
    host: HOST,
    port: smtp,
    url: `http://${HOST}:${web}`,
    moved: [
      ...(smtp === smtpPort ? [] : [`Port ${smtpPort} is in use: mail goes to ${smtp} instead.`]),
      ...(web === PAGE_PORT
        ? []
        : [`Port ${PAGE_PORT} is in use: the inbox is at ${web} instead.`]),
    ],
  }
}
