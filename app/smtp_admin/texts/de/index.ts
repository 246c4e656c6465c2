import type en from '../en/index.js'
import health from './health.js'
import messages from './messages.js'
import outcomes from './outcomes.js'
import resolution from './resolution.js'
import problems from './problems.js'
import shell from './shell.js'

/** German. */
export default { health, messages, outcomes, problems, resolution, shell } satisfies Record<
  keyof typeof en,
  unknown
>
