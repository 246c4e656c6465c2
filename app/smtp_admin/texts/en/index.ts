import health from './health.js'
import messages from './messages.js'
import outcomes from './outcomes.js'
import resolution from './resolution.js'
import problems from './problems.js'
import shell from './shell.js'

/** English: every text that there is, by area. */
export default { health, messages, outcomes, problems, resolution, shell }
