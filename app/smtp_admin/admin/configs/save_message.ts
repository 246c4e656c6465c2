import type { SaveResult } from '../../actions/save_config.js'
import type { Message } from '../../i18n/types.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { WayBack } from '../http/back_to_list.js'
import { describeSave } from '../http/consequences.js'
import type { FlashMessage } from '../http/messages.js'
import type { PageUrl } from '../http/urls.js'
import { actionMessage } from './activation_message.js'
import type { Input } from './form_input.js'
import { isPasswordLeftOut } from './form_input.js'
import { configWarnings } from './warnings.js'

/** The buttons that save, by Django's names. */
export type SubmitButton = '_save' | '_continue' | '_addanother' | '_saveasnew'

/** The button that was pressed. Enter in a field presses “Save”. */
export function submitButton(input: Input): SubmitButton {
  const others = ['_continue', '_addanother', '_saveasnew'] as const
  return others.find((name) => name in input) ?? '_save'
}

/** The page after a save, and a sentence about what can be done there. */
export interface FollowUp {
  url: string
  message: Message | null
}

/** @param back the list to go back to, which the next page has to know, too */
export function followUp(
  button: SubmitButton,
  { id }: SmtpConfig,
  urlTo: PageUrl,
  back: WayBack
): FollowUp {
  switch (button) {
    case '_save':
      return { url: back.url, message: null }
    case '_continue':
    case '_saveasnew':
      return {
        url: urlTo('configs.change', { id }, back.query),
        message: { key: 'form.mayEditAgain' },
      }
    case '_addanother':
      return { url: urlTo('configs.add', {}, back.query), message: { key: 'form.mayAddAnother' } }
  }
}

/** The message after a save: what was done, the effect on mail, warnings and the follow-up. */
export async function saveMessage(
  resolver: Resolver,
  saved: SaveResult,
  input: Input,
  next: FollowUp
): Promise<FlashMessage> {
  const { config, outcome, isOtherServer } = saved
  const activity = { before: saved.wasActive, now: config.isActive }
  const password = isPasswordLeftOut(input) ? 'kept' : 'entered'
  const done = describeSave(config, saved.done, activity, password)
  const message = await actionMessage(resolver, config, { done, activity, outcome, isOtherServer })
  const warnings = configWarnings(config).map((warning) => warning.message)
  return {
    ...message,
    kind: message.kind === 'success' && warnings.length > 0 ? 'warning' : message.kind,
    phrases: [...message.phrases, ...warnings, ...(next.message ? [next.message] : [])],
  }
}
