import { FORM_STATES } from './form_states.js'
import { LIST_STATES } from './list_states.js'
import { SHELL_STATES } from './shell_states.js'
import { TEST_STATES } from './test_states.js'
import type { PageState } from './state.js'

/** Every page in each of its states. */
export const PAGE_STATES: PageState[] = [
  ...LIST_STATES,
  ...FORM_STATES,
  ...TEST_STATES,
  ...SHELL_STATES,
]
