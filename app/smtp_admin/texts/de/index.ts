import type en from '../en/index.js'
import messages from './messages.js'
import outcomes from './outcomes.js'
import shell from './shell.js'

/** German. */
export default { messages, outcomes, shell } satisfies Record<keyof typeof en, unknown>
