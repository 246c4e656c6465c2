import { freePort } from '../../../scripts/lib/ports.js'
import { type Certificate, validCertificate } from './certificates.js'
import { DebianPackageServer, Sandbox, UID, unpacked, whyNotHere } from './debian_server.js'

export interface EximOptions {
  /** Default: one that the authority of the tests has signed for this machine. */
  certificate?: Certificate
  /** Who may send, and from where. */
  login?: { username: string; password: string }
  /** Bytes of the largest message that it takes. */
  sizeLimit?: number
}

const EXIM = 'usr/sbin/exim4'

/**
 * A real Exim with SSL/TLS. It is at home in example.com, where `ops` has a mailbox, and
 * keeps what it takes in its queue.
 */
export class Exim extends DebianPackageServer {
  /** Why there can be none here; null: there can. */
  static whyNot(): string | null {
    return whyNotHere(EXIM)
  }

  static async start(options: EximOptions = {}): Promise<Exim> {
    const { login, certificate = await validCertificate(), sizeLimit = 50_000_000 } = options
    const port = await freePort(0, '127.0.0.1')
    const sandbox = await Sandbox.create({ accounts: { 'Debian-exim': UID } })
    await sandbox.makeFolders('spool')
    await sandbox.write('key.pem', certificate.key)
    await sandbox.write('certificate.pem', certificate.cert)
    await sandbox.write('logins', login ? `${login.username}: ${login.password}` : '')
    await sandbox.write('config', ...config(sandbox, port, sizeLimit))
    return new Exim(sandbox, port).serve(EXIM, ['-C', sandbox.path('config'), '-bdf'])
  }

  /** The mail in the queue with this number, as Exim shows it. */
  queued(number: string): Promise<string> {
    return this.sandbox.run(EXIM, ['-C', this.sandbox.path('config'), '-Mvc', number])
  }
}

function config(sandbox: Sandbox, port: number, sizeLimit: number) {
  const password = (username: string) =>
    `\${lookup{${username}}lsearch{${sandbox.path('logins')}}{$value}fail}`
  return `
exim_path = ${unpacked(EXIM)}
keep_environment = ${sandbox.variables.join(' : ')}
spool_directory = ${sandbox.path('spool')}
log_file_path = ${sandbox.path('%slog')}
pid_file_path = ${sandbox.path('pid')}
primary_hostname = exim.example.com
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
tls_on_connect_ports = ${port}
tls_advertise_hosts = *
tls_certificate = ${sandbox.path('certificate.pem')}
tls_privatekey = ${sandbox.path('key.pem')}
message_size_limit = ${sizeLimit}
queue_only = true
domainlist local_domains = example.com
acl_smtp_mail = acl_check_mail
acl_smtp_rcpt = acl_check_rcpt

begin acl

acl_check_mail:
  deny authenticated = *
    !condition = \${if eqi{$sender_address}{$authenticated_id}}
    message = $sender_address does not belong to $authenticated_id
  accept

acl_check_rcpt:
  deny !authenticated = *
    domains = !+local_domains
    message = relay not permitted
  require verify = recipient
  accept

begin routers

mailboxes:
  driver = accept
  domains = +local_domains
  local_parts = ops
  transport = mailbox

begin transports

mailbox:
  driver = appendfile
  file = ${sandbox.path('mailbox')}

begin authenticators

plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if eq{$auth3}{${password('$auth2')}}}
  server_set_id = $auth2

login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if eq{$auth2}{${password('$auth1')}}}
  server_set_id = $auth1
`.split('\n')
}
