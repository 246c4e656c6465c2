/** Whether one can log in at all, and logins that were refused. */
export default {
  'login-after-encryption.cause':
    'The server offers a login only once the connection is encrypted, and these settings say no encryption.',
  'login-after-encryption.step1': 'Set the encryption to STARTTLS, and leave the port as it is.',

  'login-not-on-port-25.cause':
    'The server offers no login on port 25: that port is for servers that bring mail to each other.',
  'login-not-on-port-25.step1':
    'Set the port to 587 with STARTTLS: it is made for apps that log in.',
  'login-not-on-port-25.step2':
    'If the server is a relay of your own network that asks for no login, remove username and password.',

  'login-not-offered.cause':
    'A username and a password are set, but the server offers no login. Mail is not sent without one when one is set.',
  'login-not-offered.step1':
    'If the server wants no login, as a relay of your own network or a test server does, remove username and password.',
  'login-not-offered.step2':
    'Otherwise check host and port: a login is mostly on 587 with STARTTLS, or on 465 with TLS.',
  'login-not-offered.step3':
    'On a server of your own, switch the login on (with Postfix: smtpd_sasl_auth_enable).',

  'login-methods-unknown.cause':
    'The server takes a login only by {methods}; this app logs in with a password ({ours}).',
  'login-methods-unknown.step1':
    'Ask your provider for a login with a password, or an app password, by SMTP.',
  'login-methods-unknown.step2':
    'On a server of your own, switch PLAIN or LOGIN on, over encrypted connections only.',

  'office-anonymous.cause':
    'Microsoft 365 takes no mail from somebody who is not logged in, and nobody logged in: no username and password are set.',
  'office-anonymous.step1':
    'Enter the username, which is the whole e-mail address, and the password of the mailbox.',
  'office-anonymous.step2':
    'In the Microsoft 365 admin center open the user, Mail, Manage email apps, and tick “Authenticated SMTP”.',

  'login-required.cause': 'The server takes mail only from somebody who is logged in.',
  'login-required.step1': 'Enter a username and a password.',
  'login-required.step2':
    'If they are set and the login has passed, ask the provider whether this account may send.',

  'login-method-refused.cause': 'The server does not take a login here, or not in this way.',
  'login-method-refused.step1':
    'Check host and port: a login is mostly on 587 with STARTTLS, or on 465 with TLS.',
  'login-method-refused.step2':
    'Check that the provider has switched sending by SMTP on for this account.',
  'login-method-refused.step3': 'If the server wants no login, remove username and password.',

  'too-many-logins.cause':
    'There were too many logins in a short time, so the server takes none from here for a while. The password may be right.',
  'too-many-logins.step1':
    'Wait: mostly a quarter of an hour, with some providers a day. Every attempt meanwhile makes it longer.',
  'too-many-logins.step2': 'Look for another app or process that logs in with an old password.',

  'account-locked.cause':
    'The provider has locked this account, or has switched it off for sending.',
  'account-locked.step1':
    'Log in to the website of the provider: it mostly says why, and how to unlock the account.',
  'account-locked.step2': 'Change the password if somebody else may know it.',

  'login-not-now.cause':
    'The server could not check the login at the moment. The username and the password may be right.',
  'login-not-now.step1': 'Test again in some minutes.',
  'login-not-now.step2':
    'If it stays like that for hours, ask the provider. On a server of your own, look at the log of its login service.',

  'password-refused-by-provider.cause':
    'The login was refused by {provider}: username and password do not go together, or it wants others than you have entered.',
  'password-refused-by-provider.step1': 'The username: {usernameHint}.',
  'password-refused-by-provider.step2': 'The password: {passwordHint}.',
  'password-refused-by-provider.step3': '{needs}',
  'password-refused-by-provider.no_needs':
    'Check that sending by SMTP is switched on for the account.',

  'password-refused.cause':
    'The server refused the login: username and password do not go together.',
  'password-refused.step1':
    'Enter the password once more: a blank at its end, or one letter too few, is easily copied.',
  'password-refused.step2':
    'Try the whole e-mail address as the username; some servers want only the part before the @.',
  'password-refused.step3':
    'With two-step verification, many providers want an app password: one that they make for a single app.',
  'password-refused.step4':
    'Check that sending by SMTP is switched on in the settings of the mailbox.',
}
