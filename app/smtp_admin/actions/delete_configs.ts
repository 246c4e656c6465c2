import { E_SMTP_CONFIG_GONE } from '../errors.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { Author } from '../types/main.js'

/**
 * Deletes configurations, each in a transaction of its own and with its own history entry.
 *
 * @returns the configurations that were deleted; the others no longer existed
 */
export async function deleteConfigs(configs: SmtpConfig[], author: Author): Promise<SmtpConfig[]> {
  const deleted: SmtpConfig[] = []
  for (const config of configs) {
    config.author = author
    try {
      await config.delete()
      deleted.push(config)
    } catch (error) {
      if (!(error instanceof E_SMTP_CONFIG_GONE)) {
        throw error
      }
    }
  }
  return deleted
}
