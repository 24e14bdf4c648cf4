import type { InboxKind } from '#app/model/inbox.ts';
import { headerOf, type IncomingMail } from './parse-mail.ts';
import { isBounce } from './read-bounce.ts';
import { type CalendarAnswer, readCalendarAnswer } from './read-calendar-answer.ts';

type Headed = Pick<IncomingMail, 'headers'>;

export interface SortedMail {
  kind: InboxKind;
  /** Of a reply: what it says, or that it cannot be read. */
  answer: CalendarAnswer | 'broken' | null;
}

/** What a mail is. A report that brings our own invitation back is no answer to it, and comes first. */
export function sortMail(mail: IncomingMail): SortedMail {
  if (isBounce(mail)) return { kind: 'bounce', answer: null };
  const answer = readCalendarAnswer(mail);
  if (answer === 'broken') return { kind: 'other', answer };
  if (answer?.method === 'REPLY') return { kind: 'reply', answer };
  if (answer?.method === 'COUNTER') return { kind: 'counter', answer };
  if (isAutomatic(mail)) return { kind: 'auto_reply', answer: null };
  return { kind: isFromList(mail) ? 'list' : 'other', answer: null };
}

/** Sent by a program (RFC 3834), or to nobody who could answer: whatever it says, we write nothing back. */
export function mayBeAnswered(mail: Headed): boolean {
  return !isAutomatic(mail) && headerOf(mail, 'return-path') !== '<>' && !isFromList(mail);
}

function isAutomatic(mail: Headed): boolean {
  const submitted = headerOf(mail, 'auto-submitted').toLowerCase();
  if (submitted !== '' && !submitted.startsWith('no')) return true;
  if (/^(auto_reply|auto-reply)$/i.test(headerOf(mail, 'precedence'))) return true;
  return ['x-autoreply', 'x-autorespond', 'x-auto-response'].some((name) => headerOf(mail, name) !== '');
}

function isFromList(mail: Headed): boolean {
  return headerOf(mail, 'list-id') !== '' || /^(bulk|list|junk)$/i.test(headerOf(mail, 'precedence'));
}
