/** Settings that cannot be right, and finding out where the server is. */
export default {
  'password-unreadable.cause':
    'The stored password cannot be decrypted. It was stored with another APP_KEY, or the row in the database was changed from outside. Nothing was connected to.',
  'password-unreadable.step1':
    'If APP_KEY was changed by accident, put the old one back and test again.',
  'password-unreadable.step2':
    'Otherwise enter the password once more and save: it is then stored with the key of today.',

  'settings-invalid.cause': 'Some of the settings cannot be right, so nothing was connected to.',
  'settings-invalid.step1': 'Correct what the step names, save, and test again.',

  'host-mistyped.cause': 'There is no {host} in DNS. It looks like {name} with a typing error.',
  'host-mistyped.step1': 'Set the host to {name}, if that is your provider.',
  'host-mistyped.step2':
    'Enter the password again then: it belongs to the server that it was entered for.',

  'host-unknown.cause': 'There is no {host} in DNS, the directory of names on the network.',
  'host-unknown.step1': 'Look for a typing error in the host.',
  'host-unknown.step2':
    'Copy the name of the outgoing server (SMTP) from the help pages of your provider: it is often not the name of the website.',
  'host-unknown.step3':
    'If the name is known only inside your network, this machine has to use the name servers of that network.',

  'name-servers-silent.cause':
    'The name servers that this machine asks do not answer, so nobody can say where {host} is. The host may well be right.',
  'name-servers-silent.step1': 'Test again in a minute.',
  'name-servers-silent.step2':
    'Check that this machine is on the network, and which name servers it uses (/etc/resolv.conf; in a container, the DNS setting of the container).',
  'name-servers-silent.step3': 'Check that a firewall lets DNS through (port 53).',
}
