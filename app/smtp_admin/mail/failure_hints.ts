const UNTRUSTED =
  'The certificate of the server is not signed by an authority that this machine trusts. Install one that is, or trust its authority with NODE_EXTRA_CA_CERTS.'

const WRONG_ENCRYPTION =
  'The encryption does not fit the port: 465 usually takes TLS from the start, 587 and 25 take STARTTLS.'

/** What a failure usually means and what to do, by nodemailer's, Node's or OpenSSL's name for it. */
export const FAILURE_HINTS: Record<string, string> = {
  EDNS: 'The host is not found in DNS. Look for a typing error in the host.',
  ENOTFOUND: 'The host is not found in DNS. Look for a typing error in the host.',
  ECONNREFUSED: 'The host was reached, but nothing listens on this port. Check host and port.',
  ECONNRESET: 'The server hung up. Check port and encryption, and whether it lets this machine in.',
  ECONNECTION:
    'The server hung up. Check port and encryption, and whether it lets this machine in.',
  ETIMEDOUT: 'No answer in time. Check host and port, and whether a firewall blocks the port.',
  EABORT: 'It took longer than the deadline for one send.',
  ETLS: 'The server does not offer STARTTLS, or it failed, so nothing was sent. Check port and encryption.',
  ERR_SSL_WRONG_VERSION_NUMBER: WRONG_ENCRYPTION,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: WRONG_ENCRYPTION,
  EPROTOCOL: 'The answer was not SMTP. Check host, port and encryption.',
  EAUTH:
    'The server refused the login. Check username and password; some providers want an app password.',
  ENOAUTH: 'The server asks for a login. Enter username and password.',
  CERT_HAS_EXPIRED: 'The certificate of the server has expired. Its operator must renew it.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The certificate is for another name. Enter the host by the name that is on the certificate.',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  EENVELOPE: 'The server refused the sender or a recipient. Its answer says which and why.',
  EMESSAGE: 'The server refused the message itself. Its answer says why.',
}
