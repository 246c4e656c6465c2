import { freePort } from '../../../scripts/lib/ports.js'
import { type Certificate, validCertificate } from './certificates.js'
import {
  DebianPackageServer,
  Sandbox,
  UID,
  unpacked,
  unpackedLibrary,
  whyNotHere,
} from './debian_server.js'

export interface PostfixOptions {
  /** Default: one that the authority of the tests has signed for this machine. */
  certificate?: Certificate
  /** Who may send; the username is an address of example.com. */
  login?: { username: string; password: string }
  /** Default: all of them. */
  loginMethods?: ('PLAIN' | 'LOGIN' | 'CRAM-MD5')[]
}

const DAEMONS = 'usr/lib/postfix/sbin'

/** Folders that Postfix expects to find in its queue. */
const QUEUE = ['incoming', 'active', 'deferred', 'hold', 'defer', 'maildrop', 'private', 'public']

/**
 * A real Postfix with STARTTLS and the logins of Cyrus SASL. It is at home in example.com, where `ops`
 * has a mailbox and `later` is greylisted, and keeps what it takes in its queue.
 */
export class Postfix extends DebianPackageServer {
  /** Why there can be none here; null: there can. */
  static whyNot(): string | null {
    return whyNotHere(`${DAEMONS}/master`, `${DAEMONS}/smtpd`, 'usr/sbin/saslpasswd2')
  }

  static async start(options: PostfixOptions = {}): Promise<Postfix> {
    const { login, certificate = await validCertificate() } = options
    const { loginMethods = ['PLAIN', 'LOGIN', 'CRAM-MD5'] } = options
    const port = await freePort(0, '127.0.0.1')
    // Postfix starts as root and sets its rights aside; here it only believes that it does.
    const sandbox = await Sandbox.create({
      accounts: { root: 0, postfix: UID, nobody: 65_000, postdrop: 65_001 },
      wrappers: ['libuid_wrapper.so'],
      environment: { UID_WRAPPER: '1', UID_WRAPPER_ROOT: '1', SASL_PATH: unpackedLibrary('sasl2') },
    })
    await sandbox.makeFolders('config', 'config/sasl', 'data')
    await sandbox.makeFolders('queue', 'queue/pid', ...QUEUE.map((name) => `queue/${name}`))
    await sandbox.write('certificate.pem', certificate.key, certificate.cert)
    await sandbox.write('config/main.cf', ...mainConfig(sandbox))
    await sandbox.write('config/master.cf', ...masterConfig(port))
    await sandbox.write('config/sasl/smtpd.conf', ...saslConfig(sandbox, loginMethods))
    if (login) {
      const [user, domain] = login.username.split('@')
      const args = ['-p', '-c', '-f', sandbox.path('logins'), '-u', domain, user]
      await sandbox.run('usr/sbin/saslpasswd2', args, login.password)
    }
    const postfix = new Postfix(sandbox, port)
    return postfix.serve(`${DAEMONS}/master`, ['-d', '-c', sandbox.path('config')])
  }

  /** The mail in the queue with this number, as Postfix shows it. */
  queued(number: string): Promise<string> {
    const config = this.sandbox.path('config')
    return this.sandbox.run('usr/sbin/postcat', ['-c', config, '-q', number])
  }
}

function mainConfig(sandbox: Sandbox) {
  return [
    'compatibility_level = 3.6',
    `command_directory = ${unpacked('usr/sbin')}`,
    `daemon_directory = ${unpacked(DAEMONS)}`,
    `shlib_directory = ${unpacked('usr/lib/postfix')}`,
    `meta_directory = ${sandbox.path('config')}`,
    `queue_directory = ${sandbox.path('queue')}`,
    `data_directory = ${sandbox.path('data')}`,
    `maillog_file = ${sandbox.path('mainlog')}`,
    `maillog_file_prefixes = ${sandbox.path('')}`,
    `import_environment = MAIL_CONFIG LANG=C ${sandbox.variables.join(' ')}`,
    'inet_interfaces = loopback-only',
    'inet_protocols = ipv4',
    'smtpd_peername_lookup = no',
    // There is no queue manager here for whose pace it would wait.
    'in_flow_delay = 0',
    'myhostname = postfix.example.com',
    'mydestination =',
    'local_recipient_maps =',
    'virtual_mailbox_domains = example.com',
    'virtual_mailbox_maps = inline:{ops@example.com=ops, later@example.com=later}',
    `smtpd_tls_chain_files = ${sandbox.path('certificate.pem')}`,
    'smtpd_tls_security_level = may',
    'smtpd_tls_auth_only = yes',
    'smtpd_sasl_auth_enable = yes',
    'smtpd_sasl_local_domain = example.com',
    `cyrus_sasl_config_path = ${sandbox.path('config/sasl')}`,
    'smtpd_sender_login_maps = inline:{mailer@example.com=mailer@example.com}',
    'smtpd_sender_restrictions = reject_authenticated_sender_login_mismatch',
    'smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination',
    'smtpd_recipient_restrictions =',
    '  check_recipient_access inline:{{later@example.com = 450 4.2.0 Greylisted, try again later}}',
    'smtpd_end_of_data_restrictions = check_client_access static:HOLD',
  ]
}

function masterConfig(port: number) {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'rewrite unix - - n - - trivial-rewrite',
    'tlsmgr unix - - n - 1 tlsmgr',
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
  ]
}

function saslConfig(sandbox: Sandbox, loginMethods: string[]) {
  return [
    'pwcheck_method: auxprop',
    'auxprop_plugin: sasldb',
    `sasldb_path: ${sandbox.path('logins')}`,
    `mech_list: ${loginMethods.join(' ')}`,
  ]
}
