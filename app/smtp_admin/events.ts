import type { Logger } from '@adonisjs/core/logger'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { SmtpAdminEvents } from './types/events.js'

/** Emits the events of this package. */
export interface Events {
  emit<Name extends keyof SmtpAdminEvents>(name: Name, payload: SmtpAdminEvents[Name]): void
}

/** The part of the application's emitter that is used. */
interface Emitter extends EmitterLike<SmtpAdminEvents> {
  hasListeners(name: keyof SmtpAdminEvents): boolean
}

interface EventOptions {
  /** Emit to no listeners, too: a test may have replaced the emitter by a fake. */
  mayBeFaked: boolean
}

/**
 * Emits on the application's emitter. Nothing waits for the listeners, and one that fails is logged:
 * the message was sent and the row was saved all the same.
 */
export function createEvents(
  emitter: Emitter,
  logger: Logger,
  { mayBeFaked }: EventOptions
): Events {
  return {
    emit(name, payload) {
      if (!mayBeFaked && !emitter.hasListeners(name)) {
        return
      }
      emitter.emit(name, payload).catch((error: unknown) => {
        logger.error({ err: error }, `A listener of "${name}" failed`)
      })
    },
  }
}

/** For use without an application. */
export const noEvents: Events = { emit() {} }
