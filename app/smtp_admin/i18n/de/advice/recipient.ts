import type en from '../../en/advice/recipient.js'
import type { Translation } from '../../types.js'

export default {
  'relay-without-login.cause':
    'Der Server leitet E-Mails an andere Domains nicht weiter (Relay), wenn man nicht angemeldet ist, und es ist kein Benutzername gesetzt.',
  'relay-without-login.step1': 'Geben Sie einen Benutzernamen und ein Passwort ein.',
  'relay-without-login.step2':
    'Wenn der Server ein Relay im eigenen Netz ohne Anmeldung ist, lassen Sie ihn E-Mails von der Adresse dieses Rechners annehmen.',

  'relay-denied.cause':
    'Der Server leitet für dieses Konto keine E-Mails an andere Domains weiter (Relay), obwohl die Anmeldung gelungen ist.',
  'relay-denied.step1':
    'Benutzen Sie den Server Ihres Anbieters für ausgehende E-Mails (SMTP), nicht den, der E-Mails für Ihre Domain annimmt (MX).',
  'relay-denied.step2':
    'Setzen Sie die Absenderadresse auf die des Kontos: Manche Server leiten nur diese weiter.',
  'relay-denied.step3': 'Fragen Sie den Anbieter, ob das Konto an andere Domains senden darf.',

  'sending-limit.cause':
    'Es wurde mehr gesendet, als der Anbieter in dieser Zeit erlaubt, darum nimmt er eine Weile nichts an.',
  'sending-limit.step1': 'Warten Sie: Grenzen gelten meist je Stunde oder je Tag.',
  'sending-limit.step2':
    'Senden Sie weniger auf einmal, oder bitten Sie den Anbieter um eine höhere Grenze.',
  'sending-limit.step3':
    'Wenn Sie nicht viel gesendet haben, suchen Sie nach einer Anwendung oder einer Person, die dasselbe Konto benutzt.',

  'greylisted.cause':
    'Der Server kennt diesen Absender noch nicht und lässt ihn ein zweites Mal kommen (Greylisting). Das ist kein Fehler: Spam kommt meist kein zweites Mal.',
  'greylisted.step1': 'Testen Sie nach fünf bis fünfzehn Minuten noch einmal.',
  'greylisted.step2':
    'E-Mails, die die Anwendung sendet, kommen nur dann ein zweites Mal, wenn sie dafür in einer Warteschlange stehen.',

  'mailbox-full.cause':
    'Das Postfach des Empfängers ist voll. Der Server und diese Einstellungen funktionieren.',
  'mailbox-full.step1':
    'Testen Sie mit einem anderen Empfänger, oder schaffen Sie Platz in diesem Postfach.',

  'recipient-unknown.cause':
    'Der Server kennt diesen Empfänger nicht. Der Server und diese Einstellungen funktionieren so weit.',
  'recipient-unknown.step1': 'Suchen Sie in der Adresse des Empfängers nach einem Tippfehler.',
  'recipient-unknown.step2': 'Testen Sie mit einem anderen Empfänger, zum Beispiel sich selbst.',
} satisfies Translation<typeof en>
