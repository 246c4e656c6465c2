import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Candidate } from '../resolution/candidate.js'
import { connectionOptions } from './connection_options.js'
import { describeFailure } from './failure.js'

/**
 * Connects, encrypts and logs in, exactly as a send would, and says goodbye.
 *
 * @param deadline seconds for all of it, however the server behaves
 * @throws E_SMTP_DELIVERY_FAILED, E_SMTP_PASSWORD_UNREADABLE
 */
export async function checkConnection(candidate: Candidate, deadline: number): Promise<void> {
  const options = connectionOptions(candidate)
  const connection = new SMTPConnection(options)
  const { promise: failed, reject } = Promise.withResolvers<never>()
  const fail = (code: string, message: string) =>
    reject(Object.assign(new Error(message), { code }))
  const timer = setTimeout(
    () => fail('ETIMEDOUT', `no result within ${deadline} seconds`),
    deadline * 1000
  )
  connection.once('error', reject)
  connection.once('end', () => fail('ECONNECTION', 'the server closed the connection'))

  try {
    await Promise.race([connectAndLogIn(connection, options.auth), failed])
    connection.quit()
  } catch (error) {
    connection.close()
    throw describeFailure(error, candidate)
  } finally {
    clearTimeout(timer)
  }
}

async function connectAndLogIn(
  connection: SMTPConnection,
  auth: ReturnType<typeof connectionOptions>['auth']
) {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  if (auth) {
    await new Promise<void>((resolve, reject) => {
      const credentials = { user: auth.user, pass: auth.pass }
      connection.login({ ...credentials, credentials }, (error) =>
        error ? reject(error) : resolve()
      )
    })
  }
}
