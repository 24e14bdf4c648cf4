import type { MailFault } from '#app/model/outbox.ts';

export interface Verdict {
  fault: MailFault;
  /** Trying again would get the same answer (RFC 5321, 4.2.1: a 5yz reply). */
  permanent: boolean;
  /** It is the address that takes no mail, not this mail that was not liked. */
  ofAddress: boolean;
}

/** What the mail server or the network said when a mail was sent. */
export function verdictOf(error: unknown): Verdict {
  const { responseCode, code, message } = error as { responseCode?: unknown; code?: unknown; message?: unknown };
  // a refused login (535) is the operator's to mend, not the recipient's fault: keep trying
  if (code === 'EAUTH') return { fault: 'login', permanent: false, ofAddress: false };
  if (typeof responseCode === 'number') return verdictOfReply(String(message ?? ''), responseCode);
  // not an address that mail can be sent to at all
  if (code === 'EENVELOPE') return { fault: 'no_mailbox', permanent: true, ofAddress: true };
  if (typeof code === 'string' && NETWORK.has(code)) return { fault: 'network', permanent: false, ofAddress: false };
  return { fault: 'template', permanent: false, ofAddress: false };
}

const NETWORK = new Set(['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EDNS', 'ESOCKET', 'ETLS', 'EPROTOCOL', 'EPIPE']);

/**
 * What a reply of a mail server means (RFC 5321), or the words of a mail that came back (RFC 3464): by its enhanced code
 * (RFC 3463) when there is one, else by its code and its words.
 */
export function verdictOfReply(words: string, replyCode?: number): Verdict {
  const [, first, subject, detail] = ENHANCED.exec(words) ?? [];
  const code = replyCode ?? Number(/\b[45]\d\d\b/.exec(words)?.[0] ?? 0);
  const permanent = code ? code >= 500 : first === '5';
  const fault = subject ? faultOfEnhanced(`${subject}.${detail}`) : faultOfWords(words, code);
  if (!permanent) return { fault: fault === 'mailbox_full' || fault === 'policy' ? fault : 'later', permanent, ofAddress: false };
  return { fault, permanent, ofAddress: fault === 'no_mailbox' || fault === 'mailbox_full' };
}

const ENHANCED = /\b([45])\.(\d{1,3})\.(\d{1,3})\b/;

/** RFC 3463, 3: subject and detail. */
function faultOfEnhanced(code: string): MailFault {
  if (/^1\.[78]$/.test(code)) return 'policy'; // our own address is what they do not like
  if (/^1\.|^2\.1$/.test(code)) return 'no_mailbox';
  if (code === '2.2') return 'mailbox_full';
  if (/^(2\.3|3\.4|6\.)/.test(code)) return 'content';
  if (code.startsWith('7.')) return 'policy';
  return 'other';
}

function faultOfWords(words: string, code: number): MailFault {
  if (/spam|block|reject|policy|reputation|blacklist|denied|dmarc|spf|dkim/i.test(words)) return 'policy';
  if (/full|quota|storage/i.test(words) || code === 552) return 'mailbox_full';
  if (/too (big|large)|size|content|malformed/i.test(words)) return 'content';
  return code === 550 || code === 551 || code === 553 ? 'no_mailbox' : 'other';
}
