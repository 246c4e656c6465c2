import type en from '../en/problems.js'
import type { Translation } from '../types.js'

export default {
  'name.required': 'Geben Sie einen Namen ein, zum Beispiel „Hauptmailserver“.',
  'name.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus dem Namen.',
  'name.maxLength': 'Kürzen Sie den Namen auf {max} Zeichen.',
  'name.unique':
    'Wählen Sie einen anderen Namen: Es gibt schon eine Konfiguration mit diesem Namen.',
  'name': 'Geben Sie den Namen als Text ein.',

  'host.required': 'Geben Sie den Host des Servers ein, zum Beispiel mail.example.com.',
  'host.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus dem Host.',
  'host.maxLength': 'Kürzen Sie den Host auf {max} Zeichen.',
  'host.tooMuch':
    'Das ist zu viel Text. Geben Sie den Host des Servers ein, zum Beispiel mail.example.com.',
  'host.incoming':
    'Das ist ein Server zum Abrufen von E-Mails (IMAP oder POP3). Geben Sie den zum Senden ein (SMTP).',
  'host.space': 'Im Host steht ein Leerzeichen. Meinten Sie {meant}?',
  'host.spaces': 'Geben Sie einen Host ohne Leerzeichen ein, zum Beispiel mail.example.com.',
  'host.several': 'Hier steht mehr als ein Server. Geben Sie einen davon als Host ein.',
  'host.ports': 'Hier steht mehr als ein Port. Geben Sie einen davon ein, zum Beispiel 587.',
  'host.noSuchPort':
    'Diesen Port gibt es nicht. Geben Sie nach dem Host einen von 1 bis 65535 ein, zum Beispiel 587.',
  'host.ipAddress':
    'Das ist keine vollständige IP-Adresse. Geben Sie vier Zahlen von 0 bis 255 ein, wie in 192.0.2.25, oder einen Namen.',
  'host.characters':
    'Der Host enthält Zeichen, die es im DNS nicht gibt. Geben Sie ihn so ein, wie sein Betreiber ihn schreibt.',
  'host.pattern':
    'Geben Sie den Namen eines einzelnen Hosts statt eines Musters ein, zum Beispiel mail.example.com.',
  'host.dots':
    'Hier folgen zwei Punkte aufeinander. Geben Sie den Host mit je einem Punkt zwischen seinen Teilen ein, zum Beispiel mail.example.com.',
  'host.tooLong':
    'Das ist länger, als ein Hostname sein kann: 253 Zeichen, 63 zwischen zwei Punkten.',
  'host.hyphen':
    'Ein Teil eines Hostnamens kann nicht mit einem Bindestrich beginnen oder enden. Sehen Sie nach, ob einer zu viel ist.',
  'host.hostName':
    'Geben Sie als Host nur einen Hostnamen oder eine IP-Adresse ein, zum Beispiel mail.example.com: ohne Schema, ohne Pfad, ohne Leerzeichen.',
  'host': 'Geben Sie den Host als Text ein.',

  'port': 'Geben Sie einen Port von 1 bis 65535 ein, zum Beispiel 587.',
  'timeout': 'Geben Sie ein Zeitlimit von 1 bis 300 Sekunden ein, zum Beispiel 10.',
  'fallback_order': 'Geben Sie als Ausweichreihenfolge eine ganze Zahl von 1 bis 1000 ein.',
  'rate_limit_per_minute': 'Geben Sie als Sendelimit eine ganze Zahl von 1 bis 1000000 ein.',

  'encryption.enum': 'Wählen Sie eine Verschlüsselung: STARTTLS, TLS oder keine.',
  'encryption.oneEncryption':
    'Wählen Sie eine Verschlüsselung: STARTTLS (use_tls) oder TLS von Anfang an (use_ssl), nicht beides.',

  'username.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus dem Benutzernamen.',
  'username.maxLength': 'Kürzen Sie den Benutzernamen auf {max} Zeichen.',
  'username.credentials':
    'Geben Sie den Benutzernamen ein, der zum Passwort gehört, oder entfernen Sie das Passwort.',
  'username': 'Geben Sie den Benutzernamen als Text ein.',

  'password.required':
    'Geben Sie das neue Passwort ein, oder wählen Sie, dass das gespeicherte behalten oder entfernt wird.',
  'password.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus dem Passwort.',
  'password.maxLength': 'Kürzen Sie das Passwort auf {max} Zeichen.',
  'password.credentials':
    'Geben Sie das Passwort ein, das zum Benutzernamen gehört, oder leeren Sie den Benutzernamen.',
  'password.destination':
    'Geben Sie das Passwort noch einmal ein: Der Server, an den es gesendet würde, ist ein anderer geworden.',
  'password': 'Geben Sie das Passwort als Text ein.',

  'from_email.line':
    'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus der Absenderadresse.',
  'from_email.maxLength': 'Kürzen Sie die Absenderadresse auf {max} Zeichen.',
  'from_email':
    'Geben Sie als Absenderadresse eine einzelne E-Mail-Adresse ein, zum Beispiel no-reply@example.com.',

  'from_name.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus dem Absendernamen.',
  'from_name.maxLength': 'Kürzen Sie den Absendernamen auf {max} Zeichen.',
  'from_name': 'Geben Sie den Absendernamen als Text ein.',

  'reply_to.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus der Antwortadresse.',
  'reply_to.maxLength': 'Kürzen Sie die Antwortadresse auf {max} Zeichen.',
  'reply_to':
    'Geben Sie als Antwortadresse eine einzelne E-Mail-Adresse ein, zum Beispiel no-reply@example.com.',

  'ehlo_name.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus dem EHLO-Namen.',
  'ehlo_name.maxLength': 'Kürzen Sie den EHLO-Namen auf {max} Zeichen.',
  'ehlo_name':
    'Geben Sie als EHLO-Namen nur einen Hostnamen oder eine IP-Adresse ein, zum Beispiel mail.example.com: ohne Schema, ohne Pfad, ohne Leerzeichen.',

  'notes.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus den Notizen.',
  'notes.maxLength': 'Kürzen Sie die Notizen auf {max} Zeichen.',
  'notes': 'Geben Sie die Notizen als Text ein.',

  'reason.required': 'Geben Sie die Begründung ein: Sie wird im Verlauf festgehalten.',
  'reason.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus der Begründung.',
  'reason.maxLength': 'Kürzen Sie die Begründung auf {max} Zeichen.',
  'reason': 'Geben Sie die Begründung als Text ein.',

  'scope.line': 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen aus dem Bereich.',
  'scope.maxLength': 'Kürzen Sie den Bereich auf {max} Zeichen.',
  'scope.immutable':
    'Eine Konfiguration bleibt in ihrem Bereich: Fügen Sie dort eine weitere hinzu.',
  'scope': 'Geben Sie den Bereich als Text ein.',

  'is_active.tested':
    'Speichern Sie erst ohne „Aktiv“, testen Sie dann, und aktivieren Sie zuletzt: Hier wird nur aktiv, was so, wie es ist, einen Test bestanden hat.',

  'test_to.email':
    'Geben Sie eine Adresse ein, an die die Nachricht gehen soll, etwa sie@example.com, oder keine.',
  'test_to.sender':
    'Eine Nachricht braucht einen Absender: Geben Sie eine Absenderadresse ein, oder setzen Sie MAIL_FROM_ADDRESS in der Umgebung.',
  'test_selector.selector':
    'Geben Sie nur den Selektor ein, etwa s1: Buchstaben, Ziffern, Bindestriche und Punkte. Oder keinen.',
} satisfies Translation<typeof en>
