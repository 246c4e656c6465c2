import type en from '../../en/advice/login_by_host.js'
import type { Translation } from '../../types.js'

export default {
  'sendgrid-key.cause':
    'SendGrid kennt den API-Schlüssel nicht, der als Passwort gesetzt ist, oder hat ihn zurückgezogen.',
  'sendgrid-key.step1':
    'Erstellen Sie unter Settings, API Keys einen neuen API-Schlüssel mit der Berechtigung „Mail Send“, und geben Sie ihn als Passwort ein. Er beginnt mit SG.',
  'sendgrid-key.step2':
    'Wenn das Konto in der europäischen Region ist, setzen Sie den Host auf smtp.eu.sendgrid.net.',

  'icloud-app-password.cause':
    'Apple hat die Anmeldung bei iCloud Mail abgelehnt. Von Anwendungen nimmt es kein Kontopasswort an, nur anwendungsspezifische Passwörter.',
  'icloud-app-password.step1':
    'Öffnen Sie account.apple.com, „Anmeldung und Sicherheit“, „Anwendungsspezifische Passwörter“, erstellen Sie eines, und geben Sie es hier als Passwort ein.',
  'icloud-app-password.step2':
    'Der Benutzername ist die vollständige iCloud-Adresse, auch wenn Sie von einer Adresse Ihrer eigenen Domain senden.',

  'zoho-login.cause':
    'Zoho hat die Anmeldung abgelehnt: Das Konto ist in einer anderen Region als dieser Host, oder es hat Zwei-Faktor-Anmeldung und verlangt ein App-Passwort.',
  'zoho-login.step1':
    'Sehen Sie auf die Adresse Ihres Webmails: Zu mail.zoho.eu gehört der Host smtp.zoho.eu, und so weiter. Mit eigener Domain beginnt der Host mit smtppro.',
  'zoho-login.step2':
    'Erstellen Sie bei Zwei-Faktor-Anmeldung unter Security, App Passwords bei accounts.zoho.com ein App-Passwort, und geben Sie es hier ein.',
  'zoho-login.step3': 'Prüfen Sie, ob der Tarif das Senden über SMTP enthält.',

  'mailgun-login.cause':
    'Mailgun hat die Anmeldung abgelehnt. Verlangt wird ein SMTP-Benutzer der sendenden Domain; weder die Anmeldung des Kontos noch ein API-Schlüssel funktioniert hier.',
  'mailgun-login.step1':
    'Öffnen Sie Sending, Domain settings, SMTP credentials, und setzen Sie dort das Passwort eines Benutzers zurück.',
  'mailgun-login.step2':
    'Der Benutzername ist eine vollständige Adresse, etwa postmaster@mg.example.com.',
  'mailgun-login.step3':
    'Setzen Sie für eine Domain in der europäischen Region den Host auf smtp.eu.mailgun.org.',

  'postmark-token.cause':
    'Postmark hat die Anmeldung abgelehnt. Verlangt wird das API-Token eines Servers, als Benutzername und noch einmal als Passwort; das Token des Kontos funktioniert hier nicht.',
  'postmark-token.step1':
    'Öffnen Sie bei Postmark den Server, API Tokens, und kopieren Sie das Server-API-Token in beide Felder.',
  'postmark-token.step2':
    'Prüfen Sie, ob das Senden über SMTP für den Message Stream eingeschaltet ist.',

  'brevo-key.cause':
    'Brevo hat die Anmeldung abgelehnt. Verlangt werden die SMTP-Anmeldung und ein SMTP-Schlüssel; ein API-Schlüssel oder das Passwort des Kontos funktioniert hier nicht.',
  'brevo-key.step1':
    'Öffnen Sie bei Brevo SMTP & API, SMTP, und kopieren Sie die Anmeldung: Sie endet meist auf @smtp-brevo.com.',
  'brevo-key.step2':
    'Erstellen Sie dort einen SMTP-Schlüssel, und geben Sie ihn als Passwort ein. Er beginnt mit xsmtpsib-.',
} satisfies Translation<typeof en>
