import { errors } from '@vinejs/vine'
import { type Problem, checkReason } from '../../models/check_values.js'
import { type Input, textOf } from './form_input.js'
import { BACK_FROM, NONE } from '../http/offers.js'

/** What a form for making a configuration active has sent. */
export interface PostedActivation {
  /** Why it is to be active although nothing says that it works. */
  reason?: string
  /** The revision that whoever gave the reason has seen. */
  revision?: number
  /** What a way back expects to be active; undefined: it is no way back. */
  backFrom?: string | null
}

/** Reads the form; where it asks for a reason, there has to be one that the history can keep. */
export async function postedActivation(
  input: Input
): Promise<{ posted: PostedActivation; problems: Problem[] }> {
  const posted: PostedActivation = { backFrom: postedBackFrom(input) }
  if (!('reason' in input)) {
    return { posted, problems: [] }
  }
  try {
    posted.reason = await checkReason(input.reason)
    posted.revision = Number(textOf(input.revision))
    return { posted, problems: [] }
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return { posted, problems: error.messages }
    }
    throw error
  }
}

/** As `backFrom` of a posted activation, for forms that send nothing else. */
export function postedBackFrom(input: Input): string | null | undefined {
  if (!(BACK_FROM in input)) {
    return undefined
  }
  const from = textOf(input[BACK_FROM])
  return from === NONE ? null : from
}
