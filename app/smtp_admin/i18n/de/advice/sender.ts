import type en from '../../en/advice/sender.js'
import type { Translation } from '../../types.js'

const VERIFIED_THERE = 'Oder setzen Sie die Absenderadresse auf eine, die dort verifiziert ist.'

const ADDRESS_OF_ACCOUNT = 'Setzen Sie die Absenderadresse auf die des Kontos.'

export default {
  'ses-sender-not-verified.cause':
    'Amazon SES sendet nur für Adressen und Domains, die in derselben Region verifiziert sind, und {sender} ist es nicht.',
  'ses-sender-not-verified.cause_unnamed':
    'Amazon SES sendet nur für Adressen und Domains, die in derselben Region verifiziert sind, und die Absenderadresse ist es nicht.',
  'ses-sender-not-verified.step1':
    'Öffnen Sie in der SES-Konsole, in der Region dieses Hosts, „Identities“, und verifizieren Sie die Absenderadresse oder ihre Domain.',
  'ses-sender-not-verified.step2':
    'Wenn sie in einer anderen Region verifiziert ist, setzen Sie den Host auf den dieser Region, etwa email-smtp.eu-west-1.amazonaws.com, und erstellen Sie dort SMTP-Zugangsdaten.',
  'ses-sender-not-verified.step3':
    'Schreiben Sie die Absenderadresse genau so, wie sie verifiziert wurde.',

  'ses-sandbox.cause':
    'Das Konto bei Amazon SES ist noch in der Sandbox: Es sendet nur an verifizierte Adressen, und dieser Empfänger ist keine.',
  'ses-sandbox.step1':
    'Verifizieren Sie für einen Test den Empfänger unter „Identities“ in der SES-Konsole, oder senden Sie an Adressen des Postfachsimulators wie success@simulator.amazonses.com.',
  'ses-sandbox.step2':
    'Um an alle senden zu können, beantragen Sie unter „Account dashboard“ den Produktionszugriff.',

  'sendgrid-identity.cause':
    'SendGrid sendet nur für verifizierte Absender, und {sender} ist keiner.',
  'sendgrid-identity.cause_unnamed':
    'SendGrid sendet nur für verifizierte Absender, und die Absenderadresse ist nicht verifiziert.',
  'sendgrid-identity.step1':
    'Verifizieren Sie bei SendGrid unter Settings, Sender Authentication die Adresse, oder besser ihre Domain.',
  'sendgrid-identity.step2': VERIFIED_THERE,

  'mailgun-sandbox.cause':
    'Das ist eine Sandbox-Domain von Mailgun oder ein nicht aktiviertes Konto: Gesendet wird nur an Empfänger, die vorher zugelassen wurden.',
  'mailgun-sandbox.step1':
    'Fügen Sie den Empfänger bei Mailgun unter „Authorized Recipients“ hinzu, und bestätigen Sie die E-Mail, die er bekommt.',
  'mailgun-sandbox.step2':
    'Um an alle senden zu können, fügen Sie bei Mailgun eine eigene Domain hinzu, und benutzen Sie einen SMTP-Benutzer dieser Domain.',

  'mailgun-domain-not-allowed.cause':
    'Mailgun lässt diese Domain nicht senden: Ihre DNS-Einträge fehlen, oder das Konto ist angehalten.',
  'mailgun-domain-not-allowed.step1':
    'Öffnen Sie die Domain bei Mailgun: Dort steht, welche DNS-Einträge fehlen.',
  'mailgun-domain-not-allowed.step2':
    'Prüfen Sie, ob das Konto auf eine Aktivierung oder eine Zahlung wartet.',

  'postmark-signature.cause':
    'Postmark sendet nur für bestätigte Absender, und {sender} ist keiner.',
  'postmark-signature.cause_unnamed':
    'Postmark sendet nur für bestätigte Absender, und die Absenderadresse ist nicht bestätigt.',
  'postmark-signature.step1':
    'Bestätigen Sie bei Postmark unter „Sender Signatures“ die Adresse, oder besser ihre Domain.',
  'postmark-signature.step2':
    'Oder setzen Sie die Absenderadresse auf eine, die dort bestätigt ist.',

  'recipient-inactive.cause':
    'Der Anbieter sendet nicht mehr an diesen Empfänger: Eine frühere Nachricht kam zurück oder wurde als Spam gemeldet.',
  'recipient-inactive.step1': 'Testen Sie mit einem anderen Empfänger.',
  'recipient-inactive.step2':
    'Wenn der Empfänger wieder erreichbar ist, nehmen Sie ihn beim Anbieter von der Liste der gesperrten Adressen.',

  'sender-not-verified.cause':
    'Der Anbieter sendet nur für Absender, die bei ihm verifiziert sind, und {sender} ist es nicht.',
  'sender-not-verified.cause_unnamed':
    'Der Anbieter sendet nur für Absender, die bei ihm verifiziert sind, und die Absenderadresse ist es nicht.',
  'sender-not-verified.step1':
    'Verifizieren Sie die Absenderadresse, oder besser ihre Domain, auf der Website des Anbieters.',
  'sender-not-verified.step2': VERIFIED_THERE,

  'sender-blocked-for-spam.cause':
    'Der Anbieter lässt dieses Konto nicht mehr senden, weil Spam von ihm gekommen zu sein scheint.',
  'sender-blocked-for-spam.step1':
    'Melden Sie sich auf der Website des Anbieters an: Meist steht dort, was geschehen ist, und wie man wieder zugelassen wird.',
  'sender-blocked-for-spam.step2': 'Ändern Sie das Passwort: Jemand anders benutzt es vielleicht.',

  'office-send-as.cause': 'Das angemeldete Konto, {username}, darf nicht als {sender} senden.',
  'office-send-as.cause_anonymous': 'Wer nicht angemeldet ist, darf nicht als {sender} senden.',
  'office-send-as.cause_unnamed':
    'Das angemeldete Konto darf nicht unter der Absenderadresse senden.',
  'office-send-as.step1': ADDRESS_OF_ACCOUNT,
  'office-send-as.step2':
    'Oder erlauben Sie dem Konto, unter ihr zu senden: Öffnen Sie im Exchange Admin Center das Postfach der Absenderadresse, „Delegierung“, „Senden als“, und fügen Sie das Konto hinzu. Es dauert bis zu einer Stunde, bis es gilt.',

  'sender-not-owned.cause':
    'Das angemeldete Konto, {username}, darf nicht als {sender} senden. Viele Server nehmen nur die Adresse des Kontos an.',
  'sender-not-owned.cause_anonymous':
    'Wer nicht angemeldet ist, darf nicht als {sender} senden. Viele Server nehmen nur die Adresse eines Kontos an.',
  'sender-not-owned.cause_unnamed':
    'Das angemeldete Konto darf nicht unter der Absenderadresse senden. Viele Server nehmen nur die Adresse des Kontos an.',
  'sender-not-owned.step1': ADDRESS_OF_ACCOUNT,
  'sender-not-owned.step2':
    'Oder fügen Sie die Adresse beim Anbieter dem Konto als Alias hinzu, oder als eine, unter der es senden darf.',

  'sender-domain-unknown.cause':
    'Der Server hat nach der Domain von {sender} gesucht und nicht gefunden, dass sie E-Mails annimmt.',
  'sender-domain-unknown.cause_unnamed':
    'Der Server hat nach der Domain der Absenderadresse gesucht und nicht gefunden, dass sie E-Mails annimmt.',
  'sender-domain-unknown.step1': 'Suchen Sie in der Absenderadresse nach einem Tippfehler.',
  'sender-domain-unknown.step2':
    'Prüfen Sie, ob es die Domain gibt und ob an sie gesendete E-Mails ankommen: Sie braucht im DNS einen MX-Eintrag.',
} satisfies Translation<typeof en>
