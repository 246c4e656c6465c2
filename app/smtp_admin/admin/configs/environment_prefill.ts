import type { Candidate } from '../../resolution/candidate.js'
import type { PageUrl } from '../http/urls.js'

/**
 * The form to add a configuration, with the environment's settings to begin with, but never the
 * password; null: there is no such server.
 */
export function environmentPrefillUrl(server: Candidate | null, urlTo: PageUrl): string | null {
  if (!server) {
    return null
  }
  const { host, port, encryption, username, fromEmail, fromName, timeout } = server
  const fields = {
    ...{ name: host, host, port, encryption, timeout },
    ...(username && { username }),
    ...(fromEmail && { from_email: fromEmail }),
    ...(fromName && { from_name: fromName }),
  }
  return urlTo('configs.add', {}, fields)
}
