import type { AdviceRow } from '../advice.js'
import { ENVELOPE, sender } from './places.js'

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
  },
  {
    name: 'sender-not-authenticated',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^5\.7\.(2[0-36-9]|30|509|515)$/.test(enhanced ?? '') ||
      /\b(DMARC|SPF|DKIM)\b|sender is unauthenticated/.test(text),
    values: sender,
  },
  {
    name: 'attachment-refused',
    stage: ENVELOPE,
    text: /(attachment|file ?type|executable|virus|malware|infected|potential security issue)/i,
  },
  {
    name: 'taken-for-spam',
    stage: ENVELOPE,
    text: /\bspam\b|spammy|unsolicited|junk|content (was |is )?(rejected|blocked|refused|not (accepted|allowed))|(rejected|blocked|refused).{0,40}\b(content|policy reasons)|bulk mail|phish|suspicious|high probability/i,
  },
  {
    name: 'sender-refused-by-policy',
    stage: ['sender'],
    status: /^55[0134]$/,
    values: sender,
  },
]
