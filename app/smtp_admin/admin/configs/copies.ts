import { SITE_SCOPE } from '../../models/scope.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Translate } from '../../i18n/types.js'
import { type Input, passwordMode, textOf } from './form_input.js'

/** As the database has it, and the form. */
const LONGEST_NAME = 100

/** How many copies are counted before the name is left for somebody to choose. */
const MOST_COPIES = 50

/**
 * What “Save as new” adds: what was posted, under a name that is free, inactive, and without the stored
 * password. That would be a way to have a secret twice, one of them where somebody else may look.
 */
export async function inputOfCopy(input: Input, translate: Translate): Promise<Input> {
  const mode = passwordMode(input)
  return {
    ...input,
    is_active: '',
    was_active: '0',
    name: await freeName(
      textOf(input.name).trim(),
      { scope: SITE_SCOPE, id: textOf(input.new_id) },
      translate
    ),
    username: mode === 'remove' ? '' : input.username,
    password: mode === 'replace' ? input.password : '',
    password_mode: 'replace',
  }
}

/**
 * The name itself if it is free in the scope; else “Copy of …”, or “Copy 2 of …” and so on.
 *
 * @param copy its scope, and its id if it has one: what is added already keeps its name
 */
export async function freeName(
  name: string,
  copy: { scope: string; id?: string },
  translate: Translate
): Promise<string> {
  let free = name
  for (let number = 1; number < MOST_COPIES && (await isTaken(free, copy)); number++) {
    free = copyName(name, number, translate)
  }
  return free
}

function copyName(name: string, number: number, translate: Translate): string {
  const rest = [...name]
  while (true) {
    const values = { name: rest.join(''), number }
    const copy = translate(number === 1 ? 'form.copyOf' : 'form.copyOfAgain', values)
    if (copy.length <= LONGEST_NAME || rest.length === 0) {
      return copy
    }
    rest.pop()
  }
}

async function isTaken(name: string, { scope, id = '' }: { scope: string; id?: string }) {
  if (`${name}${id}`.includes('\0')) {
    // PostgreSQL has no such text, and the form will be refused for it.
    return false
  }
  const row = await SmtpConfig.query()
    .where('scope', scope)
    .whereRaw('lower(name) = ?', [name.toLowerCase()])
    .whereNot('id', id)
    .first()
  return row !== null
}
