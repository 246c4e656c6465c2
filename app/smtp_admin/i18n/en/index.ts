import actions from './actions.js'
import advice from './advice.js'
import failures from './failures.js'
import form from './form.js'
import errors from './errors.js'
import help from './help.js'
import history from './history.js'
import home from './home.js'
import preferences from './preferences.js'
import changes from './changes.js'
import deletion from './deletion.js'
import saving from './saving.js'
import early from './early.js'
import health from './health.js'
import inEffect from './in_effect.js'
import list from './list.js'
import messages from './messages.js'
import outcomes from './outcomes.js'
import resolution from './resolution.js'
import problems from './problems.js'
import providers from './providers.js'
import shell from './shell.js'
import stages from './stages.js'
import discovery from './discovery.js'
import sender from './sender.js'
import tests from './tests.js'
import activation from './activation.js'

/** English: every text that there is, by area. */
export default {
  early,
  activation,
  actions,
  advice,
  changes,
  deletion,
  discovery,
  errors,
  failures,
  form,
  health,
  help,
  history,
  home,
  inEffect,
  list,
  messages,
  outcomes,
  preferences,
  problems,
  providers,
  resolution,
  saving,
  sender,
  shell,
  stages,
  tests,
}
