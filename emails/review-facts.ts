import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { ComplementKind } from '#app/model/complements.ts';
import { formatDay } from '#app/model/format-when.ts';
import { cleanText } from '#app/model/text.ts';
import type { MailBlock } from './mail-blocks.ts';

/** What every mail about a review says of it. */
export interface ReviewInMail {
  /** One line. */
  title: string;
  groupName: string;
  /** ISO day, in the meeting's zone. */
  deadline: string;
}

/** What somebody proposed, as mails quote it. */
export interface QuotedProposal {
  kind: ComplementKind;
  /** '' when it says nothing of its own: a deletion. */
  text: string;
  comment: string;
}

/** Most characters of a text that a mail quotes. */
const QUOTED = 500;

/** « vendredi 11 décembre 2020 » */
export function deadlineOf({ deadline }: Pick<ReviewInMail, 'deadline'>, locale: Locale): string {
  return formatDay(deadline, locale, { weekday: true });
}

export function excerpt(text: string, most = QUOTED): string {
  const clean = cleanText(text);
  const characters = [...clean];
  return characters.length <= most ? clean : `${characters.slice(0, most).join('').trimEnd()}…`;
}

/** The words of a proposal, and under them what it is and whatever `after` adds. */
export function quoteOf({ kind, text, comment }: QuotedProposal, after: string, locale: Locale): MailBlock {
  const said = [text, comment].filter(Boolean).map((part) => excerpt(part));
  return {
    kind: 'quote',
    text: said.join('\n') || KINDS[kind]({}, { locale }),
    source: [KINDS[kind]({}, { locale }), after].filter(Boolean).join(' · '),
  };
}

const KINDS = {
  insert: m.reviews_kind_insert,
  replace: m.reviews_kind_replace,
  delete: m.reviews_kind_delete,
  comment: m.reviews_kind_comment,
  identity: m.reviews_kind_identity,
} as const satisfies Record<ComplementKind, unknown>;
