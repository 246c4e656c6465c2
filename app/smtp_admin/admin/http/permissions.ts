import type { HttpContext } from '@adonisjs/core/http'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Permissions } from '../../types/common.js'
import type { Ability, Author, ResolvedSmtpAdminConfig } from '../../types/main.js'
import { findByParam } from './find_config.js'

/** The answers of the host for one request. */
interface Answers {
  abilities: Map<Ability, Promise<boolean>>
  config?: Promise<SmtpConfig | null>
  author?: Promise<Author>
}

const ABILITIES: Ability[] = ['view', 'add', 'change', 'delete', 'activate', 'test']

const answersByRequest = new WeakMap<HttpContext, Answers>()

/**
 * Whether this request has an ability, for the configuration of its address if there is one. The host is
 * asked once per request and ability. Without `authorize` every ability is denied.
 *
 * @throws an error of the database if the configuration cannot be read: nothing is allowed without it
 */
export function isAllowed(
  { authorize }: ResolvedSmtpAdminConfig,
  ctx: HttpContext,
  ability: Ability
): Promise<boolean> {
  const answers = answersFor(ctx)
  const ask = async () => {
    const config = await readConfig(ctx)
    return (await authorize?.(ctx, ability, config ?? undefined)) ?? false
  }
  const answer = answers.abilities.get(ability) ?? ask()
  answers.abilities.set(ability, answer)
  return answer
}

/** All abilities of this request. All are denied if the configuration cannot be read. */
export async function permissionsOf(config: ResolvedSmtpAdminConfig, ctx: HttpContext) {
  const isRead = await readConfig(ctx).then(
    () => true,
    () => false
  )
  const allowed = await Promise.all(
    ABILITIES.map((ability) => isRead && isAllowed(config, ctx, ability))
  )
  return Object.fromEntries(ABILITIES.map((ability, i) => [ability, allowed[i]])) as Permissions
}

/** Who is making this request, for the history. The host is asked once per request. */
export function authorOf({ actor }: ResolvedSmtpAdminConfig, ctx: HttpContext): Promise<Author> {
  const ask = async (): Promise<Author> => {
    const user = (await actor?.(ctx)) ?? null
    return {
      id: user ? String(user.id) : null,
      label: user?.label ?? null,
      source: 'admin',
      ip: ctx.request.ip(),
    }
  }
  const answers = answersFor(ctx)
  return (answers.author ??= ask())
}

/** The configuration of the address, read once per request; null: there is none. */
function readConfig(ctx: HttpContext): Promise<SmtpConfig | null> {
  const answers = answersFor(ctx)
  return (answers.config ??= findByParam(ctx))
}

function answersFor(ctx: HttpContext): Answers {
  const answers = answersByRequest.get(ctx) ?? { abilities: new Map() }
  answersByRequest.set(ctx, answers)
  return answers
}
