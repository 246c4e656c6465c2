import type en from '../en/sender.js'
import type { Translation } from '../types.js'

export default {
  spfGood: 'Der SPF-Eintrag nennt die Server, die für die Domain senden.',
  spfGoodWith: 'Der SPF-Eintrag nennt die Server, die für die Domain senden, darunter {provider}.',
  spfRefuses: 'E-Mails von allen anderen Servern sollen abgelehnt werden (-all).',
  spfSuspects: 'E-Mails von allen anderen Servern sollen als verdächtig gelten (~all).',
  spfSaysNothing: 'Über alle anderen Server sagt er nichts (?all) und schützt daher vor nichts.',
  spfLetsAll: 'Er lässt jeden Server der Welt für die Domain senden (+all).',
  spfNoEnding: 'Über alle anderen Server sagt er nichts: Ergänzen Sie ~all oder -all.',
  spfMissing:
    '{domain} hat keinen SPF-Eintrag: Empfänger können nicht erkennen, welche Server ihre E-Mails senden dürfen.',
  spfNoDomain: '{domain} gibt es im DNS nicht: E-Mails von dort werden fast überall abgelehnt.',
  spfSeveral:
    '{domain} hat {count} SPF-Einträge; Empfänger halten das für einen Fehler. Machen Sie einen daraus.',
  spfUnknownPart:
    'Der SPF-Eintrag hat einen Teil, den SPF nicht kennt: Empfänger halten das für einen Fehler.',
  spfIncludesNone:
    'Der SPF-Eintrag schließt {name} ein, und dort gibt es keinen SPF-Eintrag: Empfänger halten das für einen Fehler.',
  spfIncludesSeveral:
    'Der SPF-Eintrag schließt {name} ein, und dort gibt es mehrere SPF-Einträge: Empfänger halten das für einen Fehler.',
  spfLookups:
    'Der SPF-Eintrag braucht mehr als {most} Abfragen im DNS; Empfänger halten das für einen Fehler. Entfernen Sie, was nicht mehr gebraucht wird.',
  spfLacks: 'Er schließt {name} nicht ein; das verlangt der Anbieter ({provider}).',
  spfIncomplete: 'Nicht alles, was er einschließt, konnte abgefragt werden.',
  dmarcNone:
    'E-Mails, die nicht bestehen, sollen trotzdem zugestellt werden (p=none): Es wird nur um Berichte gebeten.',
  dmarcQuarantine: 'E-Mails, die nicht bestehen, sollen als Spam behandelt werden (p=quarantine).',
  dmarcReject: 'E-Mails, die nicht bestehen, sollen abgelehnt werden (p=reject).',
  dmarcMissing:
    '{domain} hat keinen DMARC-Eintrag. Große Empfänger verlangen einen von allen, die viel senden: Beginnen Sie mit v=DMARC1; p=none.',
  dmarcMissingAbove:
    'Weder {domain} noch {organisation} hat einen DMARC-Eintrag. Große Empfänger verlangen einen von allen, die viel senden: Beginnen Sie mit v=DMARC1; p=none.',
  dmarcAbove: 'Es gilt der Eintrag der übergeordneten Domain {owner}.',
  dmarcSeveral:
    'Es gibt {count} DMARC-Einträge; für Empfänger ist das wie gar keiner. Machen Sie einen daraus.',
  dmarcNoPolicy:
    'Der DMARC-Eintrag hat keine bekannte Richtlinie: p muss none, quarantine oder reject sein.',
  dkimNoSelector:
    'Das ist kein Selektor. Geben Sie das Wort ein, das in dem Eintrag, den Ihnen der Anbieter genannt hat, vor ._domainkey steht.',
  dkimMissing:
    'Unter {name} gibt es keinen Schlüssel: Empfänger können Signaturen, die damit erstellt sind, nicht prüfen.',
  dkimSeveral: 'Es gibt {count} Schlüssel dieses Namens. Empfänger können jeden davon nehmen.',
  dkimRevoked:
    'Der Schlüssel wurde widerrufen (p ist leer): Jede damit erstellte Signatur scheitert.',
  dkimNoKey:
    'Der Eintrag ist kein Schlüssel für DKIM: Er braucht v=DKIM1 und p mit dem öffentlichen Schlüssel.',
  dkimUnreadable:
    'Der öffentliche Schlüssel lässt sich nicht lesen. Kopieren Sie den Eintrag noch einmal, in einem Stück.',
  dkimTooShort: 'Der Schlüssel hat nur {bits} Bit; das nehmen Empfänger nicht mehr an.',
  dkimRsa: 'Der Schlüssel ist da (RSA, {bits} Bit).',
  dkimEd25519: 'Der Schlüssel ist da (Ed25519).',
  dkimShort: '{bits} Bit sind besser.',
  dkimTest: 'Er ist als Test markiert (t=y); Empfänger können ihn deshalb außer Acht lassen.',
} satisfies Translation<typeof en>
