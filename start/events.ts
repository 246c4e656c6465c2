import emitter from '@adonisjs/core/services/emitter'
import logger from '@adonisjs/core/services/logger'

/** A mail that was sent later has nobody waiting for its outcome: the log is where a failure shows. */
emitter.on('queued:mail:error', ({ error, mailerName }) => {
  logger.error({ err: error, mailer: mailerName }, 'A queued mail could not be sent')
})
