import { Exception, createError } from '@adonisjs/core/exceptions'

/** Nothing can send this message: no active configuration and no server in the environment. */
export const E_NO_SMTP_SERVER = createError<[reasons: string]>(
  'No mail server is configured. %s Make a configuration active on the SMTP pages, or set SMTP_HOST in the environment.',
  'E_NO_SMTP_SERVER',
  503
)

/** A stored password does not open: the APP_KEY changed, or the row was altered outside the app. */
export const E_SMTP_PASSWORD_UNREADABLE = createError<[configuration: string]>(
  'The stored password of "%s" cannot be decrypted: APP_KEY has changed, or the row was altered outside the app. Enter the password again.',
  'E_SMTP_PASSWORD_UNREADABLE',
  500
)

/** A message without a sender: neither the message, the configuration nor the environment has one. */
export const E_NO_SENDER = createError<[server: string]>(
  'The message has no sender. Set a from address on the message, on the configuration "%s", or MAIL_FROM_ADDRESS in the environment.',
  'E_NO_SENDER',
  500
)

/**
 * The server did not take the message. Nodemailer's error is not kept as the cause: it repeats what
 * the server said, which may hold the password.
 */
export const E_SMTP_DELIVERY_FAILED = createError<[server: string, reason: string]>(
  'The mail server %s could not be used: %s',
  'E_SMTP_DELIVERY_FAILED',
  502
)

/** An account id that cannot name a scope. */
export const E_INVALID_SMTP_ACCOUNT = createError<[account: string]>(
  'The account id "%s" cannot be used: use up to 80 letters, digits and . _ : @ -',
  'E_INVALID_SMTP_ACCOUNT',
  500
)

/** The pages cannot be mounted in an app without this package. */
export const E_SMTP_PAGES_UNAVAILABLE = createError<[missing: string, command: string]>(
  'The SMTP administration pages need %s, which this app does not have: run "%s".',
  'E_SMTP_PAGES_UNAVAILABLE',
  500
)

/** The pages answer nobody without the guard that keeps other sites from posting their forms. */
export const E_NO_CSRF_GUARD = createError(
  'The SMTP administration pages need protection against forged requests. Enable "csrf" in config/shield.ts, and keep the shield middleware in front of them.',
  'E_NO_CSRF_GUARD',
  500
)

/** A change of a configuration that somebody else has deleted since it was read. */
export const E_SMTP_CONFIG_GONE = createError<[configuration: string]>(
  'The SMTP configuration "%s" has been deleted meanwhile, so nothing was changed.',
  'E_SMTP_CONFIG_GONE',
  410
)

/** Tests open connections to wherever they are told: a process runs few at a time. */
export const E_SMTP_TESTS_BUSY = createError<[atOnce: number]>(
  'There are %s tests running already. Wait until one of them has ended, then test again.',
  'E_SMTP_TESTS_BUSY',
  429
)

/** Somebody tests more often than a person does. */
export const E_TOO_MANY_SMTP_TESTS = createError<[seconds: number]>(
  'You have tested too often in a short time. Test again in %s seconds.',
  'E_TOO_MANY_SMTP_TESTS',
  429
)

/** Only what works may be made active here, and nothing says that this one does. */
export const E_SMTP_TEST_REQUIRED = createError<[configuration: string, lack: string]>(
  'The SMTP configuration "%s" was not made active: %s. Test it first, or give a reason for doing without.',
  'E_SMTP_TEST_REQUIRED',
  409
)

/** `beforeActivate` of config/smtp_admin.ts refused an activation. */
export const E_SMTP_ACTIVATION_REFUSED = class SmtpActivationRefused extends Exception {
  static status = 409
  static code = 'E_SMTP_ACTIVATION_REFUSED'

  /** @param reason the text that `beforeActivate` returned, or the message of the error that it threw */
  constructor(
    configuration: string,
    readonly reason: string
  ) {
    super(`The SMTP configuration "${configuration}" was not activated: ${reason}`)
  }
}

/** A way back that somebody else has taken, or that leads elsewhere by now. */
export const E_SMTP_SWITCHED_MEANWHILE = createError<[configuration: string]>(
  'Somebody has switched meanwhile, so nothing was changed: "%s" is as it was.',
  'E_SMTP_SWITCHED_MEANWHILE',
  409
)
