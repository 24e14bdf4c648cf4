import type { ComplementKind, ComplementState, ProposedIdentity } from '#app/model/complements.ts';
import type { Entry, Intervention } from '#app/model/minutes-content.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { BlockKind, NoteBlock } from '#app/model/notes.ts';
import { daysLeft, type ReviewWindow, reviewWindow } from '#app/model/reviews.ts';
import { type ComplementRow, listOwnComplements } from '#db/complements/read.ts';
import { findOwnReview, findReviewedMeeting, findReviewToRead } from '#db/reviews/read.ts';
import type { Services } from '#server/services.ts';
import type { ReviewReader } from './access.ts';
import { blocksOf, identityOf, isOwnEntry, type ReviewDraft, readDraft } from './read-draft.ts';
import { wordsOf } from './reviewer-mails.ts';
import { sealShown } from './shown-paragraph.ts';

/** What somebody sees of a review: while it lasts the draft as it is now, their own part of it first; and what they proposed. */
export interface ReviewPageData {
  meeting: { slug: string; title: string; edtf: string; timeZone: string; groupName: string };
  review: { window: ReviewWindow; deadline: string; daysLeft: number; message: string; openedByName: string; published: boolean };
  reader: { personId: string; identity: ProposedIdentity; answered: boolean; opened: boolean };
  /** Empty unless the minutes are in review. */
  sections: ReviewSection[];
  proposals: OwnProposal[];
}

export interface ReviewSection {
  anchor: string;
  title: string;
  /** Point of the agenda; null when nothing can be added at its end. */
  agendaItemId: string | null;
  rows: ReviewRow[];
}

export interface ReviewRow {
  key: string;
  speaker: Intervention['speaker'] | null;
  /** Said by the reader. */
  own: boolean;
  blocks: readonly NoteBlock[];
}

export interface OwnProposal {
  id: string;
  kind: ComplementKind;
  agendaItemId: string | null;
  blockId: string | null;
  baseText: string;
  /** What it says; '' of a deletion or a comment. */
  words: string;
  identity: ProposedIdentity | null;
  comment: string;
  state: ComplementState;
  /** What went in, when an organiser chose other words; null: as proposed. */
  applied: string | null;
  reason: string;
  decidedByName: string;
  revision: number;
  /** Of one that waits: whether its paragraph still says what its author saw. */
  passage: 'same' | 'changed' | 'gone' | null;
}

/** A paragraph that a form is about, as the page shows it. */
export interface ShownInForm {
  agendaItemId: string;
  kind: BlockKind;
  text: string;
  seal: string;
}

const MOST_PROPOSALS = 500;

/** Null: taken off the list of the meeting since. */
export async function readReviewPage(
  services: Services,
  reader: ReviewReader,
): Promise<{ page: ReviewPageData; draft: ReviewDraft | null } | null> {
  const { scope } = reader;
  const { db } = services;
  const [meeting, review, own, rows] = await Promise.all([
    findReviewedMeeting(db, scope),
    findReviewToRead(db, scope),
    findOwnReview(db, scope),
    listOwnComplements(db, scope, { limit: MOST_PROPOSALS }),
  ]);
  if (!own) return null;
  const now = services.clock.now();
  const identity = identityOf(own);
  const published = review.minutesState === 'published';
  // the draft is for the time of its review: the link in a mail, and the list of the meeting, outlive that time
  const draft = review.minutesState === 'in_review' ? await readDraft(services, reader) : null;
  const { deadline, message, openedByName } = review;
  const page: ReviewPageData = {
    meeting,
    review: { window: reviewWindow(review, now), deadline, daysLeft: daysLeft(review, now), message, openedByName, published },
    reader: { personId: scope.personId, identity, answered: own.answeredAt !== null, opened: own.firstOpenedAt !== null },
    sections: draft ? sectionsOf(draft, identity) : [],
    proposals: rows.map((row) => asOwnProposal(row, draft)),
  };
  return { page, draft };
}

/** A paragraph of the draft for the form that proposes something about it; null: there is none (any more). */
export function showParagraph(
  services: Services,
  { meetingId }: { meetingId: string },
  draft: ReviewDraft,
  blockId: string,
): ShownInForm | null {
  const place = draft.places.get(blockId);
  // who speaks is said of oneself by the identity, and of others by nobody
  if (!place || place.paragraph.kind === 'turn') return null;
  const { agendaItemId, paragraph } = place;
  const { kind } = paragraph;
  const text = plainText(paragraph.inline);
  return { agendaItemId, kind, text, seal: sealShown(services, { meetingId, agendaItemId, blockId, kind, text }) };
}

function sectionsOf({ content, pointOf }: ReviewDraft, identity: ProposedIdentity): ReviewSection[] {
  return content.sections.map(({ anchor, title, entries }) => ({
    ...{ anchor, title, agendaItemId: pointOf.get(anchor) ?? null },
    rows: entries.flatMap((entry) => rowsOf(entry, identity)),
  }));
}

/** A row for each block, so that what is proposed stands beside what it is about; the speaker stands at the first. */
function rowsOf(entry: Entry, identity: ProposedIdentity): ReviewRow[] {
  const own = isOwnEntry(entry, identity);
  return blocksOf(entry).map((block, index) => ({
    key: `${entry.anchor}-${index}`,
    speaker: entry.type === 'intervention' && index === 0 ? entry.speaker : null,
    ...{ own, blocks: [block] },
  }));
}

function asOwnProposal(row: ComplementRow, draft: ReviewDraft | null): OwnProposal {
  const { id, kind, agendaItemId, blockId, baseText, proposed, applied, comment, state, reason, decidedByName, revision } = row;
  const words = wordsOf(proposed);
  const appliedWords = wordsOf(applied);
  return {
    ...{ id, kind, agendaItemId, blockId, baseText, words, comment, state, reason, decidedByName, revision },
    identity: kind === 'identity' ? (proposed as ProposedIdentity) : null,
    applied: appliedWords !== '' && appliedWords !== words ? appliedWords : null,
    passage: state === 'open' && blockId !== null && draft ? passageOf(draft, blockId, baseText) : null,
  };
}

function passageOf({ places }: ReviewDraft, blockId: string, baseText: string): OwnProposal['passage'] {
  const place = places.get(blockId);
  if (!place) return 'gone';
  return plainText(place.paragraph.inline) === baseText ? 'same' : 'changed';
}
