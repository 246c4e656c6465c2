import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Message } from '../../i18n/types.js'
import type { WayBack } from '../http/back_to_list.js'
import type { FlashMessage } from '../http/messages.js'
import type { PageUrl } from '../http/urls.js'
import { doubtsAbout } from './doubts.js'
import type { Input } from './form_input.js'

/** The buttons that save, by the names that Django gives them. */
export type SaveButton = '_save' | '_continue' | '_addanother' | '_saveasnew'

/** Where a save leads, and what is said there besides what was done. */
export interface NextPage {
  url: string
  /** What may be done there. */
  invitations: Message[]
  /** What is doubtful about what was saved. */
  doubts: Message[]
}

/** The button that was pressed; Enter in a field presses Save. */
export function pressedButton(input: Input): SaveButton {
  const others = ['_continue', '_addanother', '_saveasnew'] as const
  return others.find((name) => name in input) ?? '_save'
}

/** @param back the list that somebody came from, which the next page has to know of as well */
export function pageAfter(
  button: SaveButton,
  config: SmtpConfig,
  urlTo: PageUrl,
  back: WayBack
): NextPage {
  const doubts = doubtsAbout(config).map(({ phrase }) => phrase)
  switch (button) {
    case '_save':
      return { url: back.url, invitations: [], doubts }
    case '_continue':
    case '_saveasnew': {
      const url = urlTo('configs.change', { id: config.id }, back.query)
      return { url, invitations: [{ key: 'form.mayEditAgain' }], doubts }
    }
    case '_addanother': {
      const url = urlTo('configs.add', {}, back.query)
      return { url, invitations: [{ key: 'form.mayAddAnother' }], doubts }
    }
  }
}

/** The message about a save with the rest of what is to be said; what is doubtful makes it a warning. */
export function withRemarks(
  message: FlashMessage,
  { invitations, doubts }: NextPage
): FlashMessage {
  const isDoubtful = message.kind === 'success' && doubts.length > 0
  return {
    ...message,
    kind: isDoubtful ? 'warning' : message.kind,
    phrases: [...message.phrases, ...doubts, ...invitations],
  }
}
