/** Refused logins at a provider that has peculiar credentials, and says no more than no. */
export default {
  'sendgrid-key.cause':
    'SendGrid does not know the API key that is set as the password, or has withdrawn it.',
  'sendgrid-key.step1':
    'Make a new API key with the permission “Mail Send” under Settings, API Keys, and enter it as the password. It begins with SG.',
  'sendgrid-key.step2':
    'If the account is in the European region, set the host to smtp.eu.sendgrid.net.',

  'icloud-app-password.cause':
    'Apple refused the login to iCloud Mail. It takes no password of an account from apps, only app-specific passwords.',
  'icloud-app-password.step1':
    'Open account.apple.com, Sign-In and Security, App-Specific Passwords, make one, and enter it here as the password.',
  'icloud-app-password.step2':
    'The username is the whole iCloud address, also when you send from an address of your own domain.',

  'zoho-login.cause':
    'Zoho refused the login: the account is in another region than this host, or it has two-step verification and wants an app password.',
  'zoho-login.step1':
    'Look at the address of your webmail: mail.zoho.eu goes with the host smtp.zoho.eu, and so on. With a domain of your own the host begins with smtppro.',
  'zoho-login.step2':
    'With two-step verification make an app password under Security, App Passwords at accounts.zoho.com, and enter it here.',
  'zoho-login.step3': 'Check that the plan includes sending by SMTP.',

  'mailgun-login.cause':
    'Mailgun refused the login. It wants an SMTP user of the sending domain; neither the login of the account nor an API key works here.',
  'mailgun-login.step1':
    'Open Sending, Domain settings, SMTP credentials, and reset the password of a user there.',
  'mailgun-login.step2': 'The username is a whole address, as in postmaster@mg.example.com.',
  'mailgun-login.step3': 'For a domain in the European region set the host to smtp.eu.mailgun.org.',

  'postmark-token.cause':
    'Postmark refused the login. It wants the API token of a server, as the username and once more as the password; the token of the account does not work here.',
  'postmark-token.step1':
    'Open the server at Postmark, API Tokens, and copy the Server API token into both fields.',
  'postmark-token.step2': 'Check that sending by SMTP is switched on for the message stream.',

  'brevo-key.cause':
    'Brevo refused the login. It wants its SMTP login and an SMTP key; an API key or the password of the account does not work here.',
  'brevo-key.step1':
    'Open SMTP & API, SMTP at Brevo, and copy the login: it mostly ends in @smtp-brevo.com.',
  'brevo-key.step2':
    'Make an SMTP key there, and enter it as the password. It begins with xsmtpsib-.',
}
