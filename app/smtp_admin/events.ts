import type { Logger } from '@adonisjs/core/logger'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { SmtpAdminEvents } from './types/events.js'

/** Emits the events of this package. */
export interface Events {
  emit<Name extends keyof SmtpAdminEvents>(name: Name, payload: SmtpAdminEvents[Name]): void
}

/**
 * Emits on the application's emitter. Nothing waits for the listeners, and one that fails is logged:
 * the message was sent and the row was saved all the same.
 */
export function createEvents(emitter: EmitterLike<SmtpAdminEvents>, logger: Logger): Events {
  return {
    emit(name, payload) {
      emitter.emit(name, payload).catch((error: unknown) => {
        logger.error({ err: error }, `A listener of "${name}" failed`)
      })
    },
  }
}

/** For use without an application. */
export const noEvents: Events = { emit() {} }
