/** The modules of the package that adonisrc.ts names. */
export const PROVIDER = 'adonis-smtp-admin/smtp_admin_provider'
export const COMMANDS = 'adonis-smtp-admin/commands'
