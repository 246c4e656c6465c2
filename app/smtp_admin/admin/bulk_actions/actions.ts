import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { Ability, Author } from '../../types/main.js'
import type { Message } from '../../i18n/types.js'
import { deactivateConfigs } from '../../actions/activation.js'
import { deleteConfigs } from '../../actions/delete_configs.js'
import { type CopyNamer, duplicateConfigs } from '../../actions/duplicate_configs.js'
import { testConfigs } from '../../actions/test_configs.js'
import type { TestOutcome } from '../../diagnostics/test_runner.js'
import { actionMessage, deletionMessage } from '../configs/activation_message.js'
import type { FlashMessage } from '../http/messages.js'
import { asRateLimited } from '../http/rate_limit.js'

/** The actions on selected configurations, with the ability that each requires. */
export const BULK_ACTIONS = {
  test: 'test',
  activate: 'activate',
  deactivate: 'activate',
  duplicate: 'add',
  delete: 'delete',
} as const satisfies Record<string, Ability>

export type BulkAction = keyof typeof BULK_ACTIONS

/** As many tests as a user may start in a minute. */
const MAX_TESTS = 10

const MAX_DUPLICATES = 50

export function findBulkAction(name: unknown): BulkAction | undefined {
  return (Object.keys(BULK_ACTIONS) as BulkAction[]).find((action) => action === name)
}

/** Tests configurations as they are stored. */
export async function testSelected(
  configs: SmtpConfig[],
  test: (config: SmtpConfig) => Promise<TestOutcome>
): Promise<FlashMessage> {
  if (configs.length > MAX_TESTS) {
    return warning({ key: 'actions.testFewer', params: { most: MAX_TESTS } })
  }
  const { tested, passed, refusal } = await testConfigs(configs, test)
  const phrases: Message[] = [{ key: 'actions.tested', params: { count: tested, passed } }]
  const refused = asRateLimited(refusal)
  if (refused) {
    const count = configs.length - tested
    phrases.push({ key: 'actions.testedNot', params: { count } }, refused.message)
  }
  return { kind: passed === configs.length ? 'success' : 'warning', phrases }
}

/** Deactivates configurations. The message about a single one has the effect and an undo button. */
export async function deactivateSelected(
  configs: SmtpConfig[],
  author: Author,
  resolver: Resolver
): Promise<FlashMessage> {
  const deactivated = await deactivateConfigs(configs, author)
  const [only] = deactivated
  if (deactivated.length !== 1) {
    return success({ key: 'actions.deactivated', params: { count: deactivated.length } })
  }
  return actionMessage(resolver, only.config, {
    done: { key: 'outcomes.deactivated', params: { name: only.config.name } },
    activity: { before: true, now: false },
    outcome: only.outcome,
    isOtherServer: true,
  })
}

/** Deletes configurations. The message has the effect on mail if one of them was active. */
export async function deleteSelected(
  configs: SmtpConfig[],
  author: Author,
  resolver: Resolver
): Promise<FlashMessage> {
  const deleted = await deleteConfigs(configs, author)
  if (deleted.length === 0) {
    return warning({ key: 'actions.gone' })
  }
  const active = deleted.find(({ isActive }) => isActive) ?? deleted[0]
  const message = await deletionMessage(resolver, active)
  if (deleted.length === 1) {
    return message
  }
  const [, ...effects] = message.phrases
  const done: Message = { key: 'actions.deleted', params: { count: deleted.length } }
  return { ...message, phrases: [done, ...effects] }
}

/** Adds copies without credentials. */
export async function duplicateSelected(
  configs: SmtpConfig[],
  author: Author,
  copyName: CopyNamer
): Promise<FlashMessage> {
  if (configs.length > MAX_DUPLICATES) {
    return warning({ key: 'actions.duplicateFewer', params: { most: MAX_DUPLICATES } })
  }
  const copies = await duplicateConfigs(configs, author, copyName)
  return success(
    { key: 'actions.duplicated', params: { count: copies.length } },
    { key: 'actions.duplicatedNote' }
  )
}

export function warning(...phrases: Message[]): FlashMessage {
  return { kind: 'warning', phrases }
}

function success(...phrases: Message[]): FlashMessage {
  return { kind: 'success', phrases }
}
