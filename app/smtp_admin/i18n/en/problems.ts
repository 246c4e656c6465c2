/**
 * What is wrong with what was entered: `field.rule`, or `field` for every other rule of the field.
 * A sentence of its own for each field, so that every language gets its grammar right.
 */
export default {
  'name.required': 'Enter a name, for example Primary Mail Server.',
  'name.line': 'Remove the line break or control character from the name.',
  'name.maxLength': 'Shorten the name to {max} characters.',
  'name.unique': 'Choose another name: there is a configuration of this name already.',
  'name': 'Enter the name as text.',

  'host.required': 'Enter the host of the server, for example mail.example.com.',
  'host.line': 'Remove the line break or control character from the host.',
  'host.maxLength': 'Shorten the host to {max} characters.',
  'host.tooMuch':
    'This is too much text. Enter the host of the server, for example mail.example.com.',
  'host.incoming':
    'This is a server for reading mail (IMAP or POP3). Enter the one for sending (SMTP).',
  'host.space': 'There is a space in the host. Did you mean {meant}?',
  'host.spaces': 'Enter one host without spaces, for example mail.example.com.',
  'host.several': 'There is more than one server here. Enter one of them as the host.',
  'host.ports': 'There is more than one port here. Enter one of them, for example 587.',
  'host.noSuchPort':
    'This port does not exist. Enter one from 1 to 65535 after the host, for example 587.',
  'host.ipAddress':
    'This is no complete IP address. Enter four numbers from 0 to 255, as in 192.0.2.25, or a name.',
  'host.characters':
    'The host has characters that DNS cannot hold. Enter it as its operator writes it.',
  'host.pattern': 'Enter the name of one host instead of a pattern, for example mail.example.com.',
  'host.dots':
    'There are two dots in a row. Enter the host with one between its parts, for example mail.example.com.',
  'host.tooLong': 'This is longer than a host name can be: 253 characters, 63 between two dots.',
  'host.hyphen': 'A part of a host name cannot begin or end with a hyphen. Look for one too many.',
  'host.hostName':
    'Enter only a host name or IP address as the host, for example mail.example.com: no scheme, no path, no spaces.',
  'host': 'Enter the host as text.',

  'port': 'Enter a port from 1 to 65535, for example 587.',
  'timeout': 'Enter a timeout from 1 to 300 seconds, for example 10.',
  'fallback_order': 'Enter a whole number from 1 to 1000 as the fallback order.',
  'rate_limit_per_minute': 'Enter a whole number from 1 to 1000000 as the rate limit.',

  'encryption.enum': 'Choose an encryption: STARTTLS, TLS or none.',
  'encryption.oneEncryption':
    'Choose one encryption: STARTTLS (use_tls) or TLS from the start (use_ssl), not both.',

  'username.line': 'Remove the line break or control character from the username.',
  'username.maxLength': 'Shorten the username to {max} characters.',
  'username.credentials': 'Enter the username that goes with the password, or remove the password.',
  'username': 'Enter the username as text.',

  'password.required': 'Enter the new password, or choose to keep or remove the stored one.',
  'password.line': 'Remove the line break or control character from the password.',
  'password.maxLength': 'Shorten the password to {max} characters.',
  'password.credentials': 'Enter the password that goes with the username, or clear the username.',
  'password.destination': 'Enter the password again: the server it would be sent to has changed.',
  'password': 'Enter the password as text.',

  'from_email.line': 'Remove the line break or control character from the from address.',
  'from_email.maxLength': 'Shorten the from address to {max} characters.',
  'from_email': 'Enter one e-mail address as the from address, for example no-reply@example.com.',

  'from_name.line': 'Remove the line break or control character from the from name.',
  'from_name.maxLength': 'Shorten the from name to {max} characters.',
  'from_name': 'Enter the from name as text.',

  'reply_to.line': 'Remove the line break or control character from the reply-to address.',
  'reply_to.maxLength': 'Shorten the reply-to address to {max} characters.',
  'reply_to': 'Enter one e-mail address as the reply-to address, for example no-reply@example.com.',

  'ehlo_name.line': 'Remove the line break or control character from the EHLO name.',
  'ehlo_name.maxLength': 'Shorten the EHLO name to {max} characters.',
  'ehlo_name':
    'Enter only a host name or IP address as the EHLO name, for example mail.example.com: no scheme, no path, no spaces.',

  'notes.line': 'Remove the line break or control character from the notes.',
  'notes.maxLength': 'Shorten the notes to {max} characters.',
  'notes': 'Enter the notes as text.',

  'reason.required': 'Enter the reason: the history keeps it.',
  'reason.line': 'Remove the line break or control character from the reason.',
  'reason.maxLength': 'Shorten the reason to {max} characters.',
  'reason': 'Enter the reason as text.',

  'scope.line': 'Remove the line break or control character from the scope.',
  'scope.maxLength': 'Shorten the scope to {max} characters.',
  'scope.immutable': 'A configuration stays in its scope: add another one there.',
  'scope': 'Enter the scope as text.',

  'is_active.tested':
    'Save it without “Active” first, test it, then make it active: here only what has passed a test, as it is, becomes active.',

  'test_to.email': 'Enter an address to send the message to, such as you@example.com, or none.',
  'test_to.sender':
    'A message needs a sender: enter a from address, or set MAIL_FROM_ADDRESS in the environment.',
  'test_selector.selector':
    'Enter the selector alone, such as s1: letters, digits, hyphens and dots. Or none.',
}
