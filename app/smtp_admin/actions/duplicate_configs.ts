import { DEFINITIONS, FIELDS } from '../models/config_fields.js'
import { nameKey } from '../models/search_text.js'
import { type ConfigAttributes, SmtpConfig } from '../models/smtp_config.js'
import type { Author } from '../types/main.js'

/** Builds the name of a copy, as in “Copy of Relay” (1) and “Copy 2 of Relay”. */
export type CopyNamer = (name: string, number: number) => string

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
    const copy = new SmtpConfig().merge({ ...copyValues(config), name })
    copy.author = author
    copies.push(await copy.save())
  }
  return copies
}

function copyValues(config: SmtpConfig): ConfigAttributes {
  const copied = DEFINITIONS.filter(([, { isUnique }]) => !isUnique)
  return Object.fromEntries(copied.map(([name]) => [name, config[name]]))
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
  while (build(characters.join('')).length > FIELDS.name.max && characters.length > 0) {
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
    .where('name_key', nameKey(name))
    .whereNot('id', id)
    .first()
  return row !== null
}
