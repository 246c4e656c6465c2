/** Refused logins that a provider has words or numbers of its own for. */
export default {
  'fixed-username.cause':
    'At {provider} everybody logs in with the username “{username}”, whatever the account is called. Who it is says the password, which is an API key.',
  'fixed-username.step1': 'Set the username to {username}.',
  'fixed-username.step2': 'Enter an API key as the password.',

  'gmail-app-password.cause':
    'The account has two-step verification, so Google does not take its password from apps. It wants an app password: one that it makes for a single app.',
  'gmail-app-password.step1': 'Open myaccount.google.com/apppasswords, logged in as this account.',
  'gmail-app-password.step2':
    'Make an app password, and enter its 16 letters here as the password.',
  'gmail-app-password.step3':
    'If the page says that app passwords are not available, an administrator of your Google Workspace has switched them off.',

  'gmail-web-login.cause':
    'Google found this login suspicious, mostly because it comes from a new place, and wants to see a person first.',
  'gmail-web-login.step1':
    'Log in to the account in a web browser, and confirm the login that Google asks about.',
  'gmail-web-login.step2':
    'Make an app password at myaccount.google.com/apppasswords and use it here.',

  'gmail-password.cause':
    'Google refused username and password. It takes no password of an account from apps any more, only app passwords.',
  'gmail-password.step1': 'Switch on two-step verification for the account, if it is not.',
  'gmail-password.step2':
    'Make an app password at myaccount.google.com/apppasswords, and enter its 16 letters here as the password.',
  'gmail-password.step3': 'Check that the username is the whole e-mail address.',

  'yahoo-app-password.cause':
    'Yahoo, which also runs the mail of AOL and AT&T, refused the login. It takes no password of an account from apps, only app passwords.',
  'yahoo-app-password.step1':
    'In the security settings of the account choose “Generate app password”, and enter what it shows as the password here.',
  'yahoo-app-password.step2': 'The username is the whole e-mail address.',
  'yahoo-app-password.step3':
    'If it says that there were too many attempts, wait an hour before the next one.',

  'office-tenant-disabled.cause':
    'Microsoft 365 knows the account, but logging in by SMTP is switched off for the whole organisation (tenant), or for this mailbox.',
  'office-tenant-disabled.step1':
    'For this mailbox alone: in the Microsoft 365 admin center open Users, Active users, the user, Mail, Manage email apps, and tick “Authenticated SMTP”.',
  'office-tenant-disabled.step2':
    'For all: in the Exchange admin center open Settings, Mail flow, and clear “Turn off SMTP AUTH protocol for your organization”.',
  'office-tenant-disabled.step3':
    'Wait some minutes, then test again: it takes a while until it counts.',

  'office-basic-auth-disabled.cause':
    'Microsoft takes no login with a password for this account any more, only one by OAuth, which this app cannot do. That holds for all private Outlook.com and Hotmail accounts.',
  'office-basic-auth-disabled.step1': 'Send through another provider.',
  'office-basic-auth-disabled.step2':
    'With Microsoft 365 for organisations, ask the administrator about “High Volume Email” or a connector that lets this machine in without a login.',

  'office-security-defaults.cause':
    'Microsoft 365 knows the account, but a rule of the organisation forbids this login: the security defaults, a rule of Conditional Access, or two-step verification.',
  'office-security-defaults.step1':
    'Ask the administrator to except this account: in the Entra admin center under Overview, Properties, Security defaults, or under Conditional Access, “Legacy authentication”.',
  'office-security-defaults.step2':
    'If the account has two-step verification and app passwords are allowed, make one and enter it here.',
  'office-security-defaults.step3':
    'Check that “Authenticated SMTP” is ticked for the mailbox (Microsoft 365 admin center, the user, Mail, Manage email apps).',

  'office-login.cause':
    'Microsoft refused the login: the password is wrong, or logging in by SMTP is switched off for the mailbox or for the organisation.',
  'office-login.step1':
    'Check the password by logging in at outlook.office.com with exactly this username.',
  'office-login.step2':
    'In the Microsoft 365 admin center open the user, Mail, Manage email apps, and tick “Authenticated SMTP”.',
  'office-login.step3':
    'With two-step verification an app password is needed instead of the password.',

  'ses-credentials.cause':
    'Amazon SES does not know these credentials in this region. They are neither an access key of IAM nor the login of the AWS account, and each region has its own.',
  'ses-credentials.step1':
    'In the SES console, in the region of this host, open SMTP settings and choose “Create SMTP credentials”.',
  'ses-credentials.step2':
    'Enter the username and the password that it shows. They are shown only once.',
}
