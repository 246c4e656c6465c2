import type en from '../../en/advice/blocked.js'
import type { Translation } from '../../types.js'

export default {
  'too-many-connections.cause':
    'Der Server hat von hier oder insgesamt genug offene Verbindungen und nimmt im Moment keine weiteren an.',
  'too-many-connections.step1': 'Warten Sie einige Minuten, und testen Sie noch einmal.',
  'too-many-connections.step2':
    'Prüfen Sie, ob eine andere Anwendung oder ein anderer Prozess auf diesem Rechner dasselbe Konto benutzt.',
  'too-many-connections.step3':
    'Wenn es oft vorkommt, fragen Sie den Anbieter, wie viele Verbindungen Sie gleichzeitig haben dürfen.',

  'no-reverse-name.cause':
    'Der Server will den Namen dieses Rechners wissen und findet keinen: Seine IP-Adresse hat im DNS keinen Reverse-Eintrag (PTR).',
  'no-reverse-name.step1':
    'Bitten Sie Ihren Hoster, für die IP-Adresse dieses Rechners einen Reverse-Namen einzutragen.',
  'no-reverse-name.step2':
    'Oder senden Sie mit Anmeldung über den Server eines Mailanbieters: Er fragt nicht danach.',

  'brevo-unknown-ip.cause':
    'Die Anmeldung mag stimmen, aber das Konto lässt sie nur von IP-Adressen auf einer Liste zu, und die dieses Rechners steht nicht darauf.',
  'brevo-unknown-ip.step1':
    'Fügen Sie bei Brevo die öffentliche IP-Adresse dieses Rechners unter Security, Authorised IPs hinzu. Brevo hat Ihnen eine E-Mail geschickt, die sie nennt.',
  'brevo-unknown-ip.step2':
    'Wenn sich die Adresse dieses Rechners ändert, schalten Sie die Liste für SMTP-Schlüssel stattdessen ab.',

  'google-relay-unknown.cause':
    'Das Relay von Google Workspace kennt diesen Rechner nicht: Seine IP-Adresse oder die Domain des Absenders ist nicht registriert.',
  'google-relay-unknown.step1':
    'Öffnen Sie in der Google Admin-Konsole Apps, Google Workspace, Gmail, Routing, SMTP-Relay-Dienst, und fügen Sie die öffentliche IP-Adresse dieses Rechners hinzu.',
  'google-relay-unknown.step2':
    'Prüfen Sie, ob die Absenderadresse in einer Domain Ihres Workspace liegt.',

  'google-relay-ehlo.cause':
    'Dem Relay von Google Workspace gefällt der Name nicht, mit dem sich diese Anwendung vorstellt.',
  'google-relay-ehlo.step1':
    'Setzen Sie den EHLO-Namen auf eine Domain Ihres Workspace, zum Beispiel mail.example.com.',

  'blocklisted.cause':
    'Die IP-Adresse dieses Rechners steht auf einer Liste von Spam-Absendern oder hat beim Server einen schlechten Ruf. Bei Adressen von Cloud-Rechnern kommt das vor, ohne dass von hier etwas gesendet wurde.',
  'blocklisted.step1':
    'Senden Sie mit Anmeldung über den Server eines Mailanbieters, auf Port 587: Solche Listen sind für Server ohne Anmeldung gedacht.',
  'blocklisted.step2':
    'Folgen Sie sonst der Adresse in der Antwort des Servers: Dort steht, wie man von der Liste genommen wird.',
  'blocklisted.step3':
    'Stellen Sie sicher, dass nichts auf diesem Rechner E-Mails sendet, das es nicht soll.',

  'ip-not-allowed.cause':
    'Der Server nimmt E-Mails nur von Rechnern an, die er kennt, und dieser gehört nicht dazu.',
  'ip-not-allowed.step1':
    'Bitten Sie den Betreiber des Servers, die öffentliche IP-Adresse dieses Rechners zuzulassen.',
  'ip-not-allowed.step2': 'Oder benutzen Sie einen Port mit Anmeldung: meist 587 mit STARTTLS.',
} satisfies Translation<typeof en>
