import type { AdviceRow } from '../advice.js'
import { ENVELOPE, senderOf } from './places.js'

/** What servers say of a message, and of the domain that it is from. */
export const MESSAGE: AdviceRow[] = [
  {
    name: 'too-big',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^[45]\.3\.4$/.test(enhanced ?? '') ||
      /\b(message|mail|data|content|attachment)s?( size| length)? .{0,20}(too (big|large|long)|exceed|larger than)|maximum (message )?size|size limit/i.test(
        text
      ),
    cause: 'The message is larger than the server takes.',
    steps: [
      'Send large files as links instead of attachments.',
      'The introduction (EHLO) says how much the server takes; attachments grow by a third on the way.',
    ],
  },
  {
    name: 'sender-not-authenticated',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^5\.7\.(2[0-36-9]|30|509|515)$/.test(enhanced ?? '') ||
      /\b(DMARC|SPF|DKIM)\b|sender is unauthenticated/.test(text),
    cause: (failure) =>
      `The domain of ${senderOf(failure)} does not vouch for this server: its DNS entries (SPF, DKIM, DMARC) do not name it, and the server does not take mail like that.`,
    steps: [
      'Look up at your provider which SPF and DKIM entries the domain needs, and add them where its DNS is kept.',
      'Set the from address to a domain that this provider sends for.',
      'The check of the sender’s domain in this test says what is missing.',
    ],
  },
  {
    name: 'attachment-refused',
    stage: ENVELOPE,
    text: /(attachment|file ?type|executable|virus|malware|infected|potential security issue)/i,
    cause:
      'The server refused what is in the message: an attachment, or something that looks like a virus.',
    steps: [
      'Send the file as a link, or in a form that the server takes.',
      'Make sure that the file is clean.',
    ],
  },
  {
    name: 'taken-for-spam',
    stage: ENVELOPE,
    text: /\bspam\b|spammy|unsolicited|junk|content (was |is )?(rejected|blocked|refused|not (accepted|allowed))|(rejected|blocked|refused).{0,40}\b(content|policy reasons)|bulk mail|phish|suspicious|high probability/i,
    cause: 'The server takes the message for spam.',
    steps: [
      'Set up SPF, DKIM and DMARC for the domain of the from address: mail without them is suspect.',
      'Change the text: few links, no shortened links, and a subject that says what it is.',
      'The answer of the server may hold an address where it says more.',
    ],
  },
  {
    name: 'sender-refused-by-policy',
    stage: ['sender'],
    status: /^55[0134]$/,
    cause: (failure) => `The server does not take mail from ${senderOf(failure)}.`,
    steps: [
      'Set the from address to one that belongs to this account, or to a domain that the server sends for.',
      'Check at the provider whether the address or its domain has to be verified first.',
    ],
  },
]
