import type { HttpContext } from '@adonisjs/core/http'
import type { Ability, Author, ResolvedSmtpAdminConfig } from '../../types/main.js'

export type Permissions = Record<Ability, boolean>

const ABILITIES: Ability[] = ['view', 'add', 'change', 'delete', 'activate', 'test']

/** Whether this request may do this, in the host's word. Without `authorize` nobody may anything. */
export async function isAllowed(
  config: ResolvedSmtpAdminConfig,
  ctx: HttpContext,
  ability: Ability
) {
  return (await config.authorize?.(ctx, ability)) ?? false
}

/** Everything that this request may do: what a page shows follows from it. */
export async function permissionsOf(config: ResolvedSmtpAdminConfig, ctx: HttpContext) {
  const answers = await Promise.all(ABILITIES.map((ability) => isAllowed(config, ctx, ability)))
  return Object.fromEntries(ABILITIES.map((ability, i) => [ability, answers[i]])) as Permissions
}

/** Who is making this request, for the history. */
export async function authorOf(config: ResolvedSmtpAdminConfig, ctx: HttpContext): Promise<Author> {
  const actor = (await config.actor?.(ctx)) ?? null
  return {
    id: actor ? String(actor.id) : null,
    label: actor?.label ?? null,
    source: 'admin',
    ip: ctx.request.ip(),
  }
}
