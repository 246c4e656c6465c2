import type en from '../../en/advice/login.js'
import type { Translation } from '../../types.js'

export default {
  'login-after-encryption.cause':
    'Der Server bietet eine Anmeldung erst an, wenn die Verbindung verschlüsselt ist, und in diesen Einstellungen ist keine Verschlüsselung gewählt.',
  'login-after-encryption.step1':
    'Setzen Sie die Verschlüsselung auf STARTTLS, und lassen Sie den Port, wie er ist.',

  'login-not-on-port-25.cause':
    'Der Server bietet auf Port 25 keine Anmeldung an: Dieser Port ist für Server, die einander E-Mails bringen.',
  'login-not-on-port-25.step1':
    'Setzen Sie den Port auf 587 mit STARTTLS: Er ist für Anwendungen gedacht, die sich anmelden.',
  'login-not-on-port-25.step2':
    'Wenn der Server ein Relay im eigenen Netz ist, das keine Anmeldung verlangt, entfernen Sie Benutzername und Passwort.',

  'login-not-offered.cause':
    'Benutzername und Passwort sind gesetzt, aber der Server bietet keine Anmeldung an. Wenn eine gesetzt ist, wird ohne sie nicht gesendet.',
  'login-not-offered.step1':
    'Wenn der Server keine Anmeldung will, wie ein Relay im eigenen Netz oder ein Testserver, entfernen Sie Benutzername und Passwort.',
  'login-not-offered.step2':
    'Prüfen Sie sonst Host und Port: Eine Anmeldung gibt es meist auf 587 mit STARTTLS, oder auf 465 mit TLS.',
  'login-not-offered.step3':
    'Schalten Sie auf einem eigenen Server die Anmeldung ein (bei Postfix: smtpd_sasl_auth_enable).',

  'login-methods-unknown.cause':
    'Der Server nimmt eine Anmeldung nur mit {methods} an; diese Anwendung meldet sich mit einem Passwort an ({ours}).',
  'login-methods-unknown.step1':
    'Fragen Sie Ihren Anbieter nach einer Anmeldung mit Passwort oder nach einem App-Passwort für SMTP.',
  'login-methods-unknown.step2':
    'Schalten Sie auf einem eigenen Server PLAIN oder LOGIN ein, nur über verschlüsselte Verbindungen.',

  'office-anonymous.cause':
    'Microsoft 365 nimmt von niemandem E-Mails an, der nicht angemeldet ist, und niemand hat sich angemeldet: Benutzername und Passwort sind nicht gesetzt.',
  'office-anonymous.step1':
    'Geben Sie den Benutzernamen ein, also die vollständige E-Mail-Adresse, und das Passwort des Postfachs.',
  'office-anonymous.step2':
    'Öffnen Sie im Microsoft 365 Admin Center den Benutzer, „E-Mail“, „E-Mail-Apps verwalten“, und haken Sie „Authentifiziertes SMTP“ an.',

  'login-required.cause': 'Der Server nimmt E-Mails nur von jemandem an, der angemeldet ist.',
  'login-required.step1': 'Geben Sie einen Benutzernamen und ein Passwort ein.',
  'login-required.step2':
    'Wenn sie gesetzt sind und die Anmeldung gelungen ist, fragen Sie den Anbieter, ob dieses Konto senden darf.',

  'login-method-refused.cause':
    'Der Server nimmt hier keine Anmeldung an, oder nicht auf diese Weise.',
  'login-method-refused.step1':
    'Prüfen Sie Host und Port: Eine Anmeldung gibt es meist auf 587 mit STARTTLS, oder auf 465 mit TLS.',
  'login-method-refused.step2':
    'Prüfen Sie, ob der Anbieter das Senden über SMTP für dieses Konto eingeschaltet hat.',
  'login-method-refused.step3':
    'Wenn der Server keine Anmeldung will, entfernen Sie Benutzername und Passwort.',

  'too-many-logins.cause':
    'Es gab in kurzer Zeit zu viele Anmeldungen, darum nimmt der Server von hier eine Weile keine an. Das Passwort kann stimmen.',
  'too-many-logins.step1':
    'Warten Sie: meist eine Viertelstunde, bei manchen Anbietern einen Tag. Jeder Versuch in der Zwischenzeit verlängert es.',
  'too-many-logins.step2':
    'Suchen Sie nach einer anderen Anwendung oder einem Prozess, der sich mit einem alten Passwort anmeldet.',

  'account-locked.cause':
    'Der Anbieter hat dieses Konto gesperrt oder für das Senden abgeschaltet.',
  'account-locked.step1':
    'Melden Sie sich auf der Website des Anbieters an: Meist steht dort, warum, und wie sich das Konto entsperren lässt.',
  'account-locked.step2': 'Ändern Sie das Passwort, wenn jemand anders es kennen könnte.',

  'login-not-now.cause':
    'Der Server konnte die Anmeldung im Moment nicht prüfen. Benutzername und Passwort können stimmen.',
  'login-not-now.step1': 'Testen Sie in einigen Minuten noch einmal.',
  'login-not-now.step2':
    'Wenn es stundenlang so bleibt, fragen Sie den Anbieter. Sehen Sie auf einem eigenen Server in das Protokoll seines Anmeldedienstes.',

  'password-refused-by-provider.cause':
    'Die Anmeldung wurde von {provider} abgelehnt: Benutzername und Passwort passen nicht zusammen, oder es werden andere verlangt, als Sie eingegeben haben.',
  'password-refused-by-provider.step1': 'Der Benutzername: {usernameHint}.',
  'password-refused-by-provider.step2': 'Das Passwort: {passwordHint}.',
  'password-refused-by-provider.step3': '{needs}',
  'password-refused-by-provider.no_needs':
    'Prüfen Sie, ob das Senden über SMTP für das Konto eingeschaltet ist.',

  'password-refused.cause':
    'Der Server hat die Anmeldung abgelehnt: Benutzername und Passwort passen nicht zusammen.',
  'password-refused.step1':
    'Geben Sie das Passwort noch einmal ein: Ein Leerzeichen am Ende oder ein Buchstabe zu wenig ist schnell mitkopiert.',
  'password-refused.step2':
    'Versuchen Sie die vollständige E-Mail-Adresse als Benutzernamen; manche Server wollen nur den Teil vor dem @.',
  'password-refused.step3':
    'Bei Zwei-Faktor-Anmeldung verlangen viele Anbieter ein App-Passwort: eines, das sie für eine einzelne Anwendung erstellen.',
  'password-refused.step4':
    'Prüfen Sie, ob das Senden über SMTP in den Einstellungen des Postfachs eingeschaltet ist.',
} satisfies Translation<typeof en>
