const SWITCH_OFF =
  'Only for a server in a network of your own: set Certificate to “Do not check it”. Anybody in between could then pass for the server and read the password.'

const TRUST_AUTHORITY =
  'Or trust the authority that signed it: start the app with NODE_EXTRA_CA_CERTS set to the file of its certificate.'

/** Certificates that were refused, each for its own reason. */
export default {
  'certificate-expired.cause':
    'The certificate of the server has expired, so that nobody vouches for the server any more.',
  'certificate-expired.step1':
    'Tell the operator of the server: the certificate has to be renewed. On a server of your own, renew it and let the mail server load it again.',
  'certificate-expired.step2': 'Check that the clock of this machine is right.',
  'certificate-expired.step3':
    'If the provider has moved, look up the current host in its help pages.',

  'certificate-not-yet-valid.cause':
    'The certificate of the server is valid only from a later time on, going by the clock here.',
  'certificate-not-yet-valid.step1':
    'Check that the clock of this machine is right: that is nearly always it.',
  'certificate-not-yet-valid.step2': 'Otherwise wait, or ask the operator of the server.',

  'certificate-revoked.cause':
    'The certificate of the server has been withdrawn by the authority that issued it.',
  'certificate-revoked.step1': 'Do not send through this server. Tell its operator.',

  'certificate-names-another.cause':
    'The certificate of the server is not for {host}, but for {names}. Mostly that is the real name of the same server.',
  'certificate-names-another.step1': 'Set the host to {name}, if that is a name of your provider.',
  'certificate-names-another.step2':
    'If you do not know this name, ask your provider first: somebody might be in between.',
  'certificate-names-another.step3':
    'Enter the password again then: it belongs to the server that it was entered for.',

  'certificate-for-others.cause':
    'The certificate of the server is not for {host}, but for {names}.',
  'certificate-for-others.cause_unnamed': 'The certificate of the server is not for {host}.',
  'certificate-for-others.step1':
    'Set the host to the name that your provider gives for outgoing mail (SMTP): with shared hosting it is often the name of the machine, not of your domain.',
  'certificate-for-others.step2': 'On a server of your own, get a certificate for this name.',
  'certificate-for-others.step3': SWITCH_OFF,

  'certificate-self-signed.cause':
    'The server has signed its certificate itself, so that nobody else vouches for it. A new mail server comes with such a one; a provider never does.',
  'certificate-self-signed.step1':
    'On a server of your own, get a certificate from an authority, for example from Let’s Encrypt, free of charge.',
  'certificate-self-signed.step2':
    'Or trust this one: start the app with NODE_EXTRA_CA_CERTS set to a file with it.',
  'certificate-self-signed.step3': SWITCH_OFF,

  'certificate-private-authority.cause':
    'The certificate of the server is signed by an authority that this machine does not know: one of a company, or of a program that reads along in encrypted connections.',
  'certificate-private-authority.step1':
    'With a public provider, look for an antivirus program or a firewall that opens encrypted mail, and except the mail server from it.',
  'certificate-private-authority.step2': TRUST_AUTHORITY,
  'certificate-private-authority.step3': SWITCH_OFF,

  'certificate-chain-incomplete.cause':
    'The server shows its certificate, but not the ones in between that lead to an authority known here; or it is signed by an authority of its own.',
  'certificate-chain-incomplete.step1':
    'On a server of your own, give it the full chain (the file is mostly called fullchain.pem), not the certificate alone.',
  'certificate-chain-incomplete.step2':
    'Otherwise tell the operator of the server that the chain is incomplete.',
  'certificate-chain-incomplete.step3': TRUST_AUTHORITY,
  'certificate-chain-incomplete.step4': SWITCH_OFF,

  'certificate-refused.cause':
    'The certificate of the server cannot be trusted, for an uncommon reason.',
  'certificate-refused.step1': 'Tell the operator of the server what the step says.',
  'certificate-refused.step2':
    'Check that the clock of this machine is right, and that its list of authorities is up to date.',
  'certificate-refused.step3': SWITCH_OFF,
}
