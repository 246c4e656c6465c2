import type en from '../../en/advice/certificates.js'
import type { Translation } from '../../types.js'

const SWITCH_OFF =
  'Nur für einen Server im eigenen Netz: Stellen Sie „Zertifikat“ auf „Nicht prüfen“. Jeder dazwischen könnte sich dann als der Server ausgeben und das Passwort lesen.'

const TRUST_AUTHORITY =
  'Oder vertrauen Sie der Zertifizierungsstelle, die es signiert hat: Starten Sie die Anwendung mit NODE_EXTRA_CA_CERTS, gesetzt auf die Datei ihres Zertifikats.'

export default {
  'certificate-expired.cause':
    'Das Zertifikat des Servers ist abgelaufen, es bürgt also niemand mehr für den Server.',
  'certificate-expired.step1':
    'Sagen Sie es dem Betreiber des Servers: Das Zertifikat muss erneuert werden. Erneuern Sie es auf einem eigenen Server, und lassen Sie den Mailserver es neu laden.',
  'certificate-expired.step2': 'Prüfen Sie, ob die Uhr dieses Rechners richtig geht.',
  'certificate-expired.step3':
    'Wenn der Anbieter umgezogen ist, suchen Sie den aktuellen Host in seinen Hilfeseiten.',

  'certificate-not-yet-valid.cause':
    'Das Zertifikat des Servers gilt nach der hiesigen Uhr erst ab einem späteren Zeitpunkt.',
  'certificate-not-yet-valid.step1':
    'Prüfen Sie, ob die Uhr dieses Rechners richtig geht: Daran liegt es fast immer.',
  'certificate-not-yet-valid.step2': 'Warten Sie sonst, oder fragen Sie den Betreiber des Servers.',

  'certificate-revoked.cause':
    'Das Zertifikat des Servers wurde von der Zertifizierungsstelle widerrufen, die es ausgestellt hat.',
  'certificate-revoked.step1':
    'Senden Sie nicht über diesen Server. Sagen Sie es seinem Betreiber.',

  'certificate-names-another.cause':
    'Das Zertifikat des Servers gilt nicht für {host}, sondern für {names}. Meist ist das der richtige Name desselben Servers.',
  'certificate-names-another.step1':
    'Setzen Sie den Host auf {name}, wenn das ein Name Ihres Anbieters ist.',
  'certificate-names-another.step2':
    'Wenn Sie diesen Namen nicht kennen, fragen Sie zuerst Ihren Anbieter: Es könnte jemand dazwischen sein.',
  'certificate-names-another.step3':
    'Geben Sie das Passwort dann erneut ein: Es gehört zu dem Server, für den es eingegeben wurde.',

  'certificate-for-others.cause':
    'Das Zertifikat des Servers gilt nicht für {host}, sondern für {names}.',
  'certificate-for-others.cause_unnamed': 'Das Zertifikat des Servers gilt nicht für {host}.',
  'certificate-for-others.step1':
    'Setzen Sie den Host auf den Namen, den Ihr Anbieter für ausgehende E-Mails (SMTP) angibt: Bei Shared Hosting ist es oft der Name des Rechners, nicht der Ihrer Domain.',
  'certificate-for-others.step2':
    'Besorgen Sie auf einem eigenen Server ein Zertifikat für diesen Namen.',
  'certificate-for-others.step3': SWITCH_OFF,

  'certificate-self-signed.cause':
    'Der Server hat sein Zertifikat selbst signiert, es bürgt also niemand sonst für ihn. Ein neuer Mailserver bringt so eines mit, ein Anbieter nie.',
  'certificate-self-signed.step1':
    'Besorgen Sie auf einem eigenen Server ein Zertifikat von einer Zertifizierungsstelle, zum Beispiel kostenlos von Let’s Encrypt.',
  'certificate-self-signed.step2':
    'Oder vertrauen Sie diesem: Starten Sie die Anwendung mit NODE_EXTRA_CA_CERTS, gesetzt auf eine Datei, die es enthält.',
  'certificate-self-signed.step3': SWITCH_OFF,

  'certificate-private-authority.cause':
    'Das Zertifikat des Servers ist von einer Zertifizierungsstelle signiert, die dieser Rechner nicht kennt: von der eines Unternehmens oder von einem Programm, das verschlüsselte Verbindungen mitliest.',
  'certificate-private-authority.step1':
    'Suchen Sie bei einem öffentlichen Anbieter nach einem Virenscanner oder einer Firewall, die verschlüsselte E-Mails öffnet, und nehmen Sie den Mailserver davon aus.',
  'certificate-private-authority.step2': TRUST_AUTHORITY,
  'certificate-private-authority.step3': SWITCH_OFF,

  'certificate-chain-incomplete.cause':
    'Der Server zeigt sein Zertifikat, aber nicht die Zwischenzertifikate, die zu einer hier bekannten Zertifizierungsstelle führen; oder es ist von einer eigenen signiert.',
  'certificate-chain-incomplete.step1':
    'Geben Sie ihm auf einem eigenen Server die ganze Kette (die Datei heißt meist fullchain.pem), nicht nur das Zertifikat.',
  'certificate-chain-incomplete.step2':
    'Sagen Sie sonst dem Betreiber des Servers, dass die Kette unvollständig ist.',
  'certificate-chain-incomplete.step3': TRUST_AUTHORITY,
  'certificate-chain-incomplete.step4': SWITCH_OFF,

  'certificate-refused.cause':
    'Dem Zertifikat des Servers kann aus einem ungewöhnlichen Grund nicht vertraut werden.',
  'certificate-refused.step1': 'Sagen Sie dem Betreiber des Servers, was der Schritt sagt.',
  'certificate-refused.step2':
    'Prüfen Sie, ob die Uhr dieses Rechners richtig geht und ob seine Liste der Zertifizierungsstellen aktuell ist.',
  'certificate-refused.step3': SWITCH_OFF,
} satisfies Translation<typeof en>
