import { validationError, fieldError } from './config_validator.js'

type Attributes = Record<string, unknown>

const DESTINATION_ATTRIBUTES = [
  ...(['id', 'scope', 'host', 'port', 'useTls', 'useSsl'] as const),
  ...(['verifyCertificate', 'username'] as const),
]

/** Whether a password meant for the one would go somewhere else with the other. */
export function isOtherDestination(one: Attributes, other: Attributes): boolean {
  return DESTINATION_ATTRIBUTES.some(
    (name) => name in one && (one[name] ?? null) !== (other[name] ?? null)
  )
}

/** A secret belongs to its destination: it is never sent anywhere else than it was entered for. */
export function passwordNeededAgain() {
  return validationError([fieldError('password.destination')])
}
