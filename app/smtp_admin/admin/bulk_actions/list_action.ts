import type { Ability } from '../../types/main.js'

/** What can be done with the rows that were selected in the list. */
export const LIST_ACTIONS = ['test', 'activate', 'deactivate', 'duplicate', 'delete'] as const
export type ListAction = (typeof LIST_ACTIONS)[number]

/** What somebody has to be allowed for it: a copy is a new configuration. */
export const ABILITY_FOR: Record<ListAction, Ability> = {
  test: 'test',
  activate: 'activate',
  deactivate: 'activate',
  duplicate: 'add',
  delete: 'delete',
}

/** The action of that name, if it is one. */
export function listAction(name: unknown): ListAction | undefined {
  return LIST_ACTIONS.find((action) => action === name)
}

/** What the list offers, and to whom. */
export const OFFERED_ACTIONS = LIST_ACTIONS.map((name) => ({ name, ability: ABILITY_FOR[name] }))
