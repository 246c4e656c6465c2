import { SITE_SCOPE, accountScope } from './scope.js'
import { SmtpConfig } from './smtp_config.js'

/**
 * The configuration of this name, in whatever case, of the site or of an account.
 *
 * @throws E_INVALID_SMTP_ACCOUNT
 */
export async function findConfig(name: string, account?: string): Promise<SmtpConfig | null> {
  const scope = account === undefined ? SITE_SCOPE : accountScope(account)
  return SmtpConfig.query()
    .where('scope', scope)
    .whereRaw('lower(name) = ?', [name.toLowerCase()])
    .first()
}

/** What to tell somebody who named a configuration that is not there. */
export function noSuchConfig(name: string, account?: string): string {
  const owner = account === undefined ? 'the site' : `account ${account}`
  return `There is no SMTP configuration named "${name}" of ${owner}: smtp:list shows them all, and --account=id is for those of an account`
}
