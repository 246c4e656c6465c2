import type en from '../../en/advice/login_by_words.js'
import type { Translation } from '../../types.js'

export default {
  'fixed-username.cause':
    'Bei {provider} melden sich alle mit dem Benutzernamen „{username}“ an, wie auch immer das Konto heißt. Wer es ist, sagt das Passwort, das ein API-Schlüssel ist.',
  'fixed-username.step1': 'Setzen Sie den Benutzernamen auf {username}.',
  'fixed-username.step2': 'Geben Sie einen API-Schlüssel als Passwort ein.',

  'gmail-app-password.cause':
    'Das Konto hat die Bestätigung in zwei Schritten, darum nimmt Google sein Passwort nicht von Anwendungen an. Verlangt wird ein App-Passwort: eines, das Google für eine einzelne Anwendung erstellt.',
  'gmail-app-password.step1':
    'Öffnen Sie myaccount.google.com/apppasswords, angemeldet mit diesem Konto.',
  'gmail-app-password.step2':
    'Erstellen Sie ein App-Passwort, und geben Sie seine 16 Buchstaben hier als Passwort ein.',
  'gmail-app-password.step3':
    'Wenn die Seite sagt, dass App-Passwörter nicht verfügbar sind, hat ein Administrator Ihres Google Workspace sie abgeschaltet.',

  'gmail-web-login.cause':
    'Google fand diese Anmeldung verdächtig, meist weil sie von einem neuen Ort kommt, und will zuerst einen Menschen sehen.',
  'gmail-web-login.step1':
    'Melden Sie sich in einem Webbrowser bei dem Konto an, und bestätigen Sie die Anmeldung, nach der Google fragt.',
  'gmail-web-login.step2':
    'Erstellen Sie unter myaccount.google.com/apppasswords ein App-Passwort, und benutzen Sie es hier.',

  'gmail-password.cause':
    'Google hat Benutzername und Passwort abgelehnt. Von Anwendungen nimmt es kein Kontopasswort mehr an, nur App-Passwörter.',
  'gmail-password.step1':
    'Schalten Sie für das Konto die Bestätigung in zwei Schritten ein, wenn sie es nicht ist.',
  'gmail-password.step2':
    'Erstellen Sie unter myaccount.google.com/apppasswords ein App-Passwort, und geben Sie seine 16 Buchstaben hier als Passwort ein.',
  'gmail-password.step3': 'Prüfen Sie, ob der Benutzername die vollständige E-Mail-Adresse ist.',

  'yahoo-app-password.cause':
    'Yahoo, das auch die E-Mails von AOL und AT&T betreibt, hat die Anmeldung abgelehnt. Von Anwendungen nimmt es kein Kontopasswort an, nur App-Passwörter.',
  'yahoo-app-password.step1':
    'Wählen Sie in den Sicherheitseinstellungen des Kontos „App-Passwort erzeugen“, und geben Sie, was dort erscheint, hier als Passwort ein.',
  'yahoo-app-password.step2': 'Der Benutzername ist die vollständige E-Mail-Adresse.',
  'yahoo-app-password.step3':
    'Wenn es heißt, es habe zu viele Versuche gegeben, warten Sie vor dem nächsten eine Stunde.',

  'office-tenant-disabled.cause':
    'Microsoft 365 kennt das Konto, aber die Anmeldung über SMTP ist für die ganze Organisation (Mandant) oder für dieses Postfach abgeschaltet.',
  'office-tenant-disabled.step1':
    'Nur für dieses Postfach: Öffnen Sie im Microsoft 365 Admin Center „Benutzer“, „Aktive Benutzer“, den Benutzer, „E-Mail“, „E-Mail-Apps verwalten“, und haken Sie „Authentifiziertes SMTP“ an.',
  'office-tenant-disabled.step2':
    'Für alle: Öffnen Sie im Exchange Admin Center „Einstellungen“, „Nachrichtenfluss“, und entfernen Sie den Haken bei „SMTP-AUTH-Protokoll für Ihre Organisation deaktivieren“.',
  'office-tenant-disabled.step3':
    'Warten Sie einige Minuten, und testen Sie dann noch einmal: Es dauert etwas, bis es gilt.',

  'office-basic-auth-disabled.cause':
    'Microsoft nimmt für dieses Konto keine Anmeldung mit Passwort mehr an, nur eine mit OAuth, was diese Anwendung nicht kann. Das gilt für alle privaten Konten bei Outlook.com und Hotmail.',
  'office-basic-auth-disabled.step1': 'Senden Sie über einen anderen Anbieter.',
  'office-basic-auth-disabled.step2':
    'Fragen Sie bei Microsoft 365 für Organisationen den Administrator nach „High Volume Email“ oder nach einem Connector, der diesen Rechner ohne Anmeldung hereinlässt.',

  'office-security-defaults.cause':
    'Microsoft 365 kennt das Konto, aber eine Regel der Organisation verbietet diese Anmeldung: die Sicherheitsstandards, eine Regel für bedingten Zugriff oder die mehrstufige Authentifizierung.',
  'office-security-defaults.step1':
    'Bitten Sie den Administrator, dieses Konto auszunehmen: im Entra Admin Center unter „Übersicht“, „Eigenschaften“, „Sicherheitsstandards“, oder unter „Bedingter Zugriff“, „Legacyauthentifizierung“.',
  'office-security-defaults.step2':
    'Wenn das Konto mehrstufige Authentifizierung hat und App-Passwörter erlaubt sind, erstellen Sie eines und geben Sie es hier ein.',
  'office-security-defaults.step3':
    'Prüfen Sie, ob „Authentifiziertes SMTP“ für das Postfach angehakt ist (Microsoft 365 Admin Center, der Benutzer, „E-Mail“, „E-Mail-Apps verwalten“).',

  'office-login.cause':
    'Microsoft hat die Anmeldung abgelehnt: Das Passwort ist falsch, oder die Anmeldung über SMTP ist für das Postfach oder die Organisation abgeschaltet.',
  'office-login.step1':
    'Prüfen Sie das Passwort, indem Sie sich bei outlook.office.com mit genau diesem Benutzernamen anmelden.',
  'office-login.step2':
    'Öffnen Sie im Microsoft 365 Admin Center den Benutzer, „E-Mail“, „E-Mail-Apps verwalten“, und haken Sie „Authentifiziertes SMTP“ an.',
  'office-login.step3':
    'Bei mehrstufiger Authentifizierung wird statt des Passworts ein App-Passwort gebraucht.',

  'ses-credentials.cause':
    'Amazon SES kennt diese Zugangsdaten in dieser Region nicht. Sie sind weder ein Zugriffsschlüssel von IAM noch die Anmeldung des AWS-Kontos, und jede Region hat ihre eigenen.',
  'ses-credentials.step1':
    'Öffnen Sie in der SES-Konsole, in der Region dieses Hosts, „SMTP settings“, und wählen Sie „Create SMTP credentials“.',
  'ses-credentials.step2':
    'Geben Sie den Benutzernamen und das Passwort ein, die dort erscheinen. Sie werden nur einmal gezeigt.',
} satisfies Translation<typeof en>
