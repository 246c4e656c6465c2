import { SmtpConfig } from '../models/smtp_config.js'
import type { Author } from '../types/main.js'

/** Builds the name of a copy, as in “Copy of Relay” (1) and “Copy 2 of Relay”. */
export type CopyNamer = (name: string, number: number) => string

/** The column and the form have the same limit. */
const MAX_NAME_LENGTH = 100

/** After this many copies of a name, the administrator has to choose one. */
const MAX_COPIES = 50

/**
 * Adds an inactive copy of each configuration, in the same scope. Copies have no credentials: a stored
 * password stays where it is, and a username is useless without it.
 */
export async function duplicateConfigs(
  configs: SmtpConfig[],
  author: Author,
  copyName: CopyNamer
): Promise<SmtpConfig[]> {
  const copies: SmtpConfig[] = []
  for (const config of configs) {
    const name = await uniqueCopyName(config.name, { scope: config.scope }, copyName)
    const copy = new SmtpConfig().merge({
      name,
      scope: config.scope,
      host: config.host,
      port: config.port,
      useTls: config.useTls,
      useSsl: config.useSsl,
      verifyCertificate: config.verifyCertificate,
      timeout: config.timeout,
      ehloName: config.ehloName,
      fromEmail: config.fromEmail,
      fromName: config.fromName,
      replyTo: config.replyTo,
      rateLimitPerMinute: config.rateLimitPerMinute,
      notes: config.notes,
    })
    copy.author = author
    copies.push(await copy.save())
  }
  return copies
}

/**
 * The name itself if no other configuration of the scope has it, else the first free name for a copy.
 *
 * @param copy its scope, and its id if it may exist already
 */
export async function uniqueCopyName(
  name: string,
  copy: { scope: string; id?: string },
  copyName: CopyNamer
): Promise<string> {
  let unique = name
  for (let number = 1; number < MAX_COPIES && (await isTaken(unique, copy)); number++) {
    unique = shorten(name, (shortened) => copyName(shortened, number))
  }
  return unique
}

/** Shortens a name until the result fits into the column. */
function shorten(name: string, build: (name: string) => string): string {
  const characters = [...name]
  while (build(characters.join('')).length > MAX_NAME_LENGTH && characters.length > 0) {
    characters.pop()
  }
  return build(characters.join(''))
}

async function isTaken(name: string, { scope, id = '' }: { scope: string; id?: string }) {
  if (`${name}${id}`.includes('\0')) {
    // PostgreSQL refuses such a text, and so will the validation of the form.
    return false
  }
  const row = await SmtpConfig.query()
    .where('scope', scope)
    .whereRaw('lower(name) = ?', [name.toLowerCase()])
    .whereNot('id', id)
    .first()
  return row !== null
}
