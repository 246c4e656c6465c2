import type en from '../../en/advice/settings.js'
import type { Translation } from '../../types.js'

export default {
  'password-unreadable.cause':
    'Das gespeicherte Passwort lässt sich nicht entschlüsseln. Es wurde mit einem anderen APP_KEY gespeichert, oder die Zeile in der Datenbank wurde von außen verändert. Es wurde keine Verbindung aufgebaut.',
  'password-unreadable.step1':
    'Wenn APP_KEY aus Versehen geändert wurde, setzen Sie den alten wieder ein und testen Sie noch einmal.',
  'password-unreadable.step2':
    'Geben Sie sonst das Passwort erneut ein und speichern Sie: Es wird dann mit dem heutigen Schlüssel gespeichert.',

  'settings-invalid.cause':
    'Einige der Einstellungen können nicht stimmen, darum wurde keine Verbindung aufgebaut.',
  'settings-invalid.step1':
    'Berichtigen Sie, was der Schritt nennt, speichern Sie, und testen Sie noch einmal.',

  'host-mistyped.cause':
    'Den Namen {host} gibt es im DNS nicht. Er sieht aus wie {name} mit einem Tippfehler.',
  'host-mistyped.step1': 'Setzen Sie den Host auf {name}, wenn das Ihr Anbieter ist.',
  'host-mistyped.step2':
    'Geben Sie das Passwort dann erneut ein: Es gehört zu dem Server, für den es eingegeben wurde.',

  'host-unknown.cause': 'Den Namen {host} gibt es im DNS nicht, dem Verzeichnis der Namen im Netz.',
  'host-unknown.step1': 'Suchen Sie im Host nach einem Tippfehler.',
  'host-unknown.step2':
    'Übernehmen Sie den Namen des Postausgangsservers (SMTP) aus den Hilfeseiten Ihres Anbieters: Oft ist es nicht der Name der Website.',
  'host-unknown.step3':
    'Wenn der Name nur in Ihrem Netz bekannt ist, muss dieser Rechner die Nameserver dieses Netzes benutzen.',

  'name-servers-silent.cause':
    'Die Nameserver, die dieser Rechner fragt, antworten nicht, darum ist unbekannt, wo {host} ist. Der Host kann durchaus stimmen.',
  'name-servers-silent.step1': 'Testen Sie in einer Minute noch einmal.',
  'name-servers-silent.step2':
    'Prüfen Sie, ob dieser Rechner am Netz ist und welche Nameserver er benutzt (/etc/resolv.conf; in einem Container die DNS-Einstellung des Containers).',
  'name-servers-silent.step3': 'Prüfen Sie, ob eine Firewall DNS durchlässt (Port 53).',
} satisfies Translation<typeof en>
