import type { AdviceRow } from '../advice.js'
import { DIALOGUE } from './places.js'

const BLOCKLISTS =
  /spamhaus|spamcop|barracudacentral|sorbs|uceprotect|abusix|\bRBL\b|DNSBL|block ?list|black ?list|blocked using|banned sending IP|(poor|bad|low|very low) reputation|mail originating from your IP/i

/** What has to do with who we are, whenever a server chooses to say it. */
export const BLOCKED: AdviceRow[] = [
  {
    name: 'too-many-connections',
    stage: DIALOGUE,
    text: /too many (concurrent |simultaneous |open )?(smtp )?(connections|sessions)|concurrent (server )?connection|connection (rate|frequency|count)|(connection|session)s? limit/i,
    cause:
      'The server has enough connections open from here, or altogether, and takes no more for the moment.',
    steps: [
      'Wait a few minutes and test again.',
      'Check whether another app or another process on this machine uses the same account.',
      'If it happens often, ask the provider how many connections you may have at once.',
    ],
  },
  {
    name: 'no-reverse-name',
    stage: DIALOGUE,
    text: /reverse (dns|host ?name|name|lookup)|\bPTR\b|rDNS|cannot find your (reverse )?host ?name|[45]\.7\.25\b/i,
    cause:
      'The server wants to know the name of this machine and finds none: its IP address has no reverse entry (PTR) in DNS.',
    steps: [
      'Ask your hosting company to set a reverse name for the IP address of this machine.',
      'Or send through the server of a mail provider, with a login: it does not ask for that.',
    ],
  },
  {
    name: 'brevo-unknown-ip',
    stage: DIALOGUE,
    text: /unauthori[sz]ed IP/i,
    cause:
      'The login may be right, but the account takes it only from IP addresses on a list, and that of this machine is not on it.',
    steps: [
      'At Brevo, add the public IP address of this machine under Security, Authorised IPs. Brevo has sent you an e-mail that names it.',
      'If the address of this machine changes, switch the list off for SMTP keys instead.',
    ],
  },
  {
    name: 'google-relay-unknown',
    stage: DIALOGUE,
    text: /Workspace SMTP Relay|invalid credentials for relay/i,
    cause:
      'The relay of Google Workspace does not know this machine: its IP address, or the domain of the sender, is not registered.',
    steps: [
      'In the Google Admin console, open Apps, Google Workspace, Gmail, Routing, SMTP relay service, and add the public IP address of this machine.',
      'Check that the from address is in a domain of your Workspace.',
    ],
  },
  {
    name: 'google-relay-ehlo',
    stage: ['ehlo'],
    host: /^smtp-relay\.gmail\.com$/,
    status: /^421$/,
    cause:
      'The relay of Google Workspace does not like the name by which this app introduces itself.',
    steps: ['Set the EHLO name to a domain of your Workspace, for example mail.example.com.'],
  },
  {
    name: 'blocklisted',
    stage: DIALOGUE,
    when: ({ text, enhanced }) =>
      BLOCKLISTS.test(text) || /^5\.7\.(511|60[6-9]|6[1-4]\d)$/.test(enhanced ?? ''),
    cause:
      'The IP address of this machine is on a list of senders of spam, or has a bad name with the server. That happens to addresses of cloud machines without anything having been sent from here.',
    steps: [
      'Send through the server of a mail provider, with a login, on port 587: lists like these are meant for servers without one.',
      'Otherwise follow the address in the answer of the server: it says how to be taken off the list.',
      'Make sure that nothing on this machine sends mail that it should not.',
    ],
  },
  {
    name: 'ip-not-allowed',
    stage: DIALOGUE,
    text: /client host rejected|client host .{0,60}denied|not allowed to connect|\b(IP|IP address|host|client)\b.{0,60}\bnot (authori[sz]ed|allowed|permitted|white-?listed)/i,
    cause: 'The server takes mail only from machines that it knows, and this is none of them.',
    steps: [
      'Ask the operator of the server to let in the public IP address of this machine.',
      'Or use a port with a login: mostly 587 with STARTTLS.',
    ],
  },
]
