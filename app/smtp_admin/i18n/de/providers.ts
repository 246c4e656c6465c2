import type en from '../en/providers.js'
import type { Translation } from '../types.js'

export default {
  address: 'die vollständige E-Mail-Adresse',
  localPart: 'der Teil der E-Mail-Adresse vor dem @',
  word: 'das Wort {word}',
  wordAlways: 'das Wort {word}, wie auch immer das Konto heißt',
  credentialsUsername: 'der Benutzername der SMTP-Zugangsdaten',
  credentialsOfRegionUsername:
    'der Benutzername der SMTP-Zugangsdaten dieser Region, kein Zugriffsschlüssel',
  smtpUserUsername: 'der Benutzername eines SMTP-Benutzers',
  smtpUserOfDomain: 'ein SMTP-Benutzer der sendenden Domain, etwa postmaster@mg.example.com',
  inboxUsername: 'der SMTP-Benutzername des Postfachs',
  serverUsername: 'der SMTP-Benutzername des Servers',
  azureUsername: 'der SMTP-Benutzername der Communication-Services-Ressource',
  brevoUsername: 'die SMTP-Anmeldung, die Brevo neben den SMTP-Schlüsseln anzeigt',
  tokenAddress: 'die vollständige E-Mail-Adresse, für die das SMTP-Token erstellt wurde',
  relayUsername:
    'die vollständige E-Mail-Adresse eines Benutzers, oder keiner, wenn das Relay diesen Rechner kennt',
  directMailUsername: 'die Absenderadresse, die in der Konsole angelegt wurde',
  aliasAddress: 'der Alias als vollständige E-Mail-Adresse',
  testAddress: 'die Adresse des Testkontos',
  projectId: 'die ID des Projekts',
  consumerKey: 'der Consumer Key oder die Adresse des Kontos',
  postmarkUsername: 'das API-Token des Servers oder der Zugriffsschlüssel eines SMTP-Tokens',
  domainToken: 'das API-Token der Domain',
  theApiKey: 'der API-Schlüssel',
  apiUser: 'ein API-Benutzer',
  anyUsername: 'ein beliebiger Text, in der Regel die Adresse des Kontos',
  ownUsername: 'was der Betreiber des Servers angibt, oft die vollständige E-Mail-Adresse',
  none: 'keiner',
  mailboxPassword: 'das Passwort des Postfachs',
  appPassword: 'ein App-Passwort, nicht das Passwort des Kontos',
  appSpecificPassword: 'ein anwendungsspezifisches Passwort, nicht das Passwort des Kontos',
  mailboxOrAppPassword: 'das Passwort des Postfachs oder ein App-Passwort',
  mailboxOrAppPasswordTwoSteps:
    'das Passwort des Postfachs oder, bei Bestätigung in zwei Schritten, ein App-Passwort',
  mailboxOrClientPassword: 'das Passwort des Postfachs oder ein Client-Passwort',
  clientPassword: 'das Client-Passwort des Postfachs',
  accountOrAppPassword: 'das Passwort des Kontos oder ein App-Passwort',
  accountOrAppPasswordTwoSteps:
    'das Passwort des Kontos oder, bei Bestätigung in zwei Schritten, ein App-Passwort',
  accountOrAppPasswordTwoFactors:
    'das Passwort des Kontos oder, bei Zwei-Faktor-Authentisierung, ein App-Passwort',
  accountOrApplicationPassword: 'das Passwort des Kontos oder ein Anwendungspasswort',
  userOrAppPasswordTwoFactors:
    'das Passwort des Benutzers oder, bei Zwei-Faktor-Authentisierung, ein App-Passwort',
  credentialsPassword: 'das Passwort der SMTP-Zugangsdaten',
  credentialsNotAccessKey: 'das Passwort der SMTP-Zugangsdaten, kein geheimer Zugriffsschlüssel',
  smtpUserPassword: 'das Passwort dieses SMTP-Benutzers',
  smtpUserPasswordNotKey: 'das Passwort dieses SMTP-Benutzers, kein API-Schlüssel',
  directMailPassword: 'das SMTP-Passwort dieser Absenderadresse',
  inboxPassword: 'das SMTP-Passwort des Postfachs',
  serverPassword: 'das SMTP-Passwort des Servers',
  testPassword: 'das Passwort des Testkontos',
  programsPasswordOfAccount:
    'das Passwort für E-Mail-Programme, das in den Einstellungen des Kontos festgelegt wird',
  programsPassword:
    'ein Passwort für Mailprogramme, das in den Einstellungen des Postfachs erzeugt wird',
  otherProgramsPassword:
    'ein Passwort für andere Mailprogramme, das in den Einstellungen des Postfachs erzeugt wird',
  externalPassword: 'ein Passwort für externe Anwendungen, nicht das Passwort des Kontos',
  aliasPassword: 'ein Passwort, das für den Alias erzeugt wurde',
  devicePassword: 'ein Passwort des Postfachs für dieses Gerät',
  authorisationCode: 'ein Autorisierungscode, nicht das Passwort des Kontos',
  azurePassword: 'ein geheimer Clientschlüssel der Entra-Anwendung',
  apiKey: 'ein API-Schlüssel',
  apiKeyForSmtp: 'ein API-Schlüssel, der über SMTP senden darf',
  apiToken: 'ein API-Token',
  smtpKey: 'ein SMTP-Schlüssel, kein API-Schlüssel',
  smtpToken: 'ein SMTP-Token, nicht das Passwort des Kontos',
  apiKeyOfUser: 'der API-Schlüssel dieses Benutzers',
  sameToken: 'noch einmal dasselbe API-Token',
  postmarkPassword: 'noch einmal dasselbe API-Token oder der geheime Schlüssel des SMTP-Tokens',
  secretOfApiKey: 'der geheime Schlüssel eines API-Schlüssels',
  secretKey: 'der zugehörige geheime Schlüssel',
  mailAgentToken: 'das Send-Mail-Token des Mail-Agenten',
  consumerSecret: 'das Consumer Secret oder das Passwort des Kontos',
  ownPassword: 'was der Betreiber des Servers angibt',
  noPasswordWillDo: 'keines: Seit September 2024 wird nur noch OAuth angenommen',
  noPassword: 'keines',
  twoSteps:
    'App-Passwörter lassen sich erstellen, sobald für das Konto die Bestätigung in zwei Schritten eingeschaltet ist.',
  twoFactors:
    'Anwendungsspezifische Passwörter lassen sich erstellen, sobald für das Konto die Zwei-Faktor-Authentisierung eingeschaltet ist.',
  switchOnSmtp:
    'Der Zugriff über SMTP muss in den Einstellungen des Postfachs eingeschaltet werden; dort wird dann ein Autorisierungscode angezeigt.',
  verified:
    'Die Absenderadresse oder ihre Domain muss beim Anbieter bestätigt sein, bevor etwas gesendet wird.',
  verifiedInRegion:
    'Die Absenderadresse oder ihre Domain muss in dieser Region bestätigt sein, in der Sandbox auch jeder Empfänger.',
  switchOnAuthenticatedSmtp:
    'Authentifiziertes SMTP muss für das Postfach eingeschaltet sein, und der Mandant muss Anmeldungen mit Passwort erlauben, die Microsoft nach und nach abschafft.',
  switchOnRelay:
    'Der Relay-Dienst muss in der Admin-Konsole von Google Workspace eingeschaltet sein.',
  switchOnOtherPrograms:
    'Der Zugriff für andere Mailprogramme muss in den Einstellungen des Postfachs eingeschaltet sein.',
  switchOnPrograms:
    'Der Zugriff durch Mailprogramme muss in den Einstellungen des Postfachs eingeschaltet sein.',
  switchOnPopImap:
    'Der Zugriff über POP3 und IMAP muss in den Einstellungen des Postfachs eingeschaltet sein.',
  switchOnPopImapSmtp:
    'Der Zugriff über POP3, IMAP und SMTP muss in den Einstellungen des Postfachs eingeschaltet sein.',
  switchOnImapSmtp:
    'Der Zugriff über IMAP und SMTP muss in den Einstellungen des Postfachs eingeschaltet sein.',
  protonTokens:
    'SMTP-Token werden in den Einstellungen erstellt, für Adressen einer eigenen Domain.',
  sameRegion: 'Es muss die Region sein, in der das Konto eröffnet wurde.',
  sameRegionOrPro:
    'Es muss die Region sein, in der das Konto eröffnet wurde. Postfächer einer eigenen Domain verwenden smtppro statt smtp.',
  outlookTakesNone:
    'Private Outlook.com-Postfächer nehmen über SMTP kein Passwort mehr an. Verwenden Sie einen anderen Anbieter.',
  limitGmail: '500 Nachrichten am Tag, 2.000 mit Google Workspace.',
  limit500: '500 Nachrichten am Tag.',
  limit1000: '1.000 Nachrichten am Tag.',
  limitFree300: '300 Nachrichten am Tag im kostenlosen Tarif.',
  limitFree100: '100 Nachrichten am Tag im kostenlosen Tarif.',
  limitRecipients: '10.000 Empfänger am Tag je Benutzer.',
  limitOffice365: '30 Nachrichten in der Minute und 10.000 Empfänger am Tag.',
  limitSes:
    'In der Sandbox 200 Nachrichten am Tag und eine in der Sekunde, danach so viele, wie AWS dem Konto zugesteht.',

  ownStarttls: 'Eigener Server mit TLS (STARTTLS, Port 587)',
  ownTls: 'Eigener Server mit SSL (TLS, Port 465)',
  aruba: 'Aruba (Italien)',
  arubaPec: 'Aruba PEC (Italien)',
  bluewin: 'Bluewin (Schweiz)',
  bol: 'BOL Mail (Brasilien)',
  hetzner: 'Hetzner Webhosting',
  inboxLv: 'Inbox.lv (Lettland)',
  loopia: 'Loopia (Schweden)',
  mailEe: 'Mail.ee (Estland)',
  localInbox: 'Mailpit, MailHog oder MailDev auf diesem Rechner',
  mailpace: 'MailPace (früher OhMySMTP)',
  outlookCom: 'Outlook.com, Hotmail und Live (privat)',
  sendcloud: 'SendCloud (China)',
  seznam: 'Seznam Email (Tschechien)',
  zohoOwnDomain: 'Zoho mit eigener Domain',
  unitedStates: 'Vereinigte Staaten',
  europe: 'Europa',
  india: 'Indien',
  australia: 'Australien',
  japan: 'Japan',
  canada: 'Kanada',
  saudiArabia: 'Saudi-Arabien',
  germany: 'Deutschland',
  unitedKingdom: 'Vereinigtes Königreich',
  france: 'Frankreich',
  spain: 'Spanien',
  italy: 'Italien',
  nearest: 'Am nächsten gelegen',
  worldwide: 'Weltweit',
} satisfies Translation<typeof en>
