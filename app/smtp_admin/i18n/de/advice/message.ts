import type en from '../../en/advice/message.js'
import type { Translation } from '../../types.js'

export default {
  'too-big.cause': 'Die Nachricht ist größer, als der Server annimmt.',
  'too-big.step1': 'Senden Sie große Dateien als Links statt als Anhänge.',
  'too-big.step2':
    'Die Vorstellung (EHLO) sagt, wie viel der Server annimmt; Anhänge wachsen unterwegs um ein Drittel.',

  'sender-not-authenticated.cause':
    'Die Domain von {sender} bürgt nicht für diesen Server: Ihre DNS-Einträge (SPF, DKIM, DMARC) nennen ihn nicht, und der Server nimmt solche E-Mails nicht an.',
  'sender-not-authenticated.cause_unnamed':
    'Die Domain der Absenderadresse bürgt nicht für diesen Server: Ihre DNS-Einträge (SPF, DKIM, DMARC) nennen ihn nicht, und der Server nimmt solche E-Mails nicht an.',
  'sender-not-authenticated.step1':
    'Sehen Sie bei Ihrem Anbieter nach, welche SPF- und DKIM-Einträge die Domain braucht, und fügen Sie sie dort hinzu, wo ihr DNS verwaltet wird.',
  'sender-not-authenticated.step2':
    'Setzen Sie die Absenderadresse auf eine Domain, für die dieser Anbieter sendet.',
  'sender-not-authenticated.step3':
    'Die Prüfung der Absenderdomain in diesem Test sagt, was fehlt.',

  'attachment-refused.cause':
    'Der Server hat abgelehnt, was in der Nachricht ist: einen Anhang oder etwas, das wie ein Virus aussieht.',
  'attachment-refused.step1':
    'Senden Sie die Datei als Link, oder in einer Form, die der Server annimmt.',
  'attachment-refused.step2': 'Stellen Sie sicher, dass die Datei sauber ist.',

  'taken-for-spam.cause': 'Der Server hält die Nachricht für Spam.',
  'taken-for-spam.step1':
    'Richten Sie SPF, DKIM und DMARC für die Domain der Absenderadresse ein: E-Mails ohne sie sind verdächtig.',
  'taken-for-spam.step2':
    'Ändern Sie den Text: wenige Links, keine gekürzten Links, und ein Betreff, der sagt, worum es geht.',
  'taken-for-spam.step3':
    'Die Antwort des Servers enthält vielleicht eine Adresse, unter der mehr steht.',

  'sender-refused-by-policy.cause': 'Der Server nimmt keine E-Mails von {sender} an.',
  'sender-refused-by-policy.cause_unnamed':
    'Der Server nimmt keine E-Mails von der Absenderadresse an.',
  'sender-refused-by-policy.step1':
    'Setzen Sie die Absenderadresse auf eine, die zu diesem Konto gehört oder zu einer Domain, für die der Server sendet.',
  'sender-refused-by-policy.step2':
    'Prüfen Sie beim Anbieter, ob die Adresse oder ihre Domain zuerst verifiziert werden muss.',
} satisfies Translation<typeof en>
