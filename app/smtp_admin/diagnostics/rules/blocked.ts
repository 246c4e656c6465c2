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
  },
  {
    name: 'no-reverse-name',
    stage: DIALOGUE,
    text: /reverse (dns|host ?name|name|lookup)|\bPTR\b|rDNS|cannot find your (reverse )?host ?name|[45]\.7\.25\b/i,
  },
  {
    name: 'brevo-unknown-ip',
    stage: DIALOGUE,
    text: /unauthori[sz]ed IP/i,
  },
  {
    name: 'google-relay-unknown',
    stage: DIALOGUE,
    text: /Workspace SMTP Relay|invalid credentials for relay/i,
  },
  {
    name: 'google-relay-ehlo',
    stage: ['ehlo'],
    host: /^smtp-relay\.gmail\.com$/,
    status: /^421$/,
  },
  {
    name: 'blocklisted',
    stage: DIALOGUE,
    when: ({ text, enhanced }) =>
      BLOCKLISTS.test(text) || /^5\.7\.(511|60[6-9]|6[1-4]\d)$/.test(enhanced ?? ''),
  },
  {
    name: 'ip-not-allowed',
    stage: DIALOGUE,
    text: /client host rejected|client host .{0,60}denied|not allowed to connect|\b(IP|IP address|host|client)\b.{0,60}\bnot (authori[sz]ed|allowed|permitted|white-?listed)/i,
  },
]
