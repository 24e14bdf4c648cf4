import { compareForReading } from '#app/model/compare-words.ts';
import { isIdentity, type ProposedIdentity, type ProposedText } from '#app/model/complements.ts';
import type { TextPart } from '#app/model/note-history.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { ShownProposal } from '#app/model/review-screen.ts';
import type { ComplementRow } from '#db/complements/read.ts';
import { fingerprintOf, type Place } from './find-place.ts';
import { mergeWords } from './merge-words.ts';

/**
 * A proposal against the notes as they are now. `place`: of its paragraph, null when that is gone or there was none;
 * `identity`: how the minutes name its author now.
 */
export function showProposal(row: ComplementRow, place: Place | null, identity: ProposedIdentity | null): ShownProposal {
  const { id, kind, comment, createdAt, baseText, blockId, state } = row;
  const proposed = row.proposed && !isIdentity(row.proposed) ? row.proposed : null;
  const wanted = row.proposed && isIdentity(row.proposed) ? row.proposed : null;
  const open = state === 'open';
  const onText = kind === 'replace' || kind === 'delete';
  const changed =
    open && onText && place ? sinceThen(kind, baseText, plainText(place.paragraph.inline), plainText(proposed?.inline ?? [])) : null;
  return {
    ...{ id, kind, comment, createdAt, state, fromFile: row.reviewId === null },
    author: { hue: row.authorId ?? row.attendanceId ?? row.authorName, name: row.authorName, organisation: row.authorOrganisation },
    decision: row.decidedAt ? { byName: row.decidedByName, at: row.decidedAt, reason: row.reason, edited: isEdited(row) } : null,
    proposed: proposed && { text: plainText(proposed.inline), kind: proposed.kind },
    parts: partsOf(row, proposed),
    result: changed?.text ?? plainText(proposed?.inline ?? []),
    since: changed?.since ?? null,
    gone: open && blockId !== null && !place && kind !== 'comment' && kind !== 'identity' ? { baseText } : null,
    identity: wanted && { was: identity ?? { name: row.authorName, function: '', organisation: row.authorOrganisation }, wanted },
    seen: fingerprintOf(place),
  };
}

function partsOf({ kind, baseText }: ComplementRow, proposed: ProposedText | null): TextPart[] {
  if (kind === 'delete') return baseText ? [{ text: baseText, change: 'removed' }] : [];
  if (!proposed) return [];
  const text = plainText(proposed.inline);
  return kind === 'insert' ? [{ text, change: 'added' }] : compareForReading(baseText, text);
}

/** Null: the words are still those that the author saw. */
function sinceThen(
  kind: 'replace' | 'delete',
  was: string,
  now: string,
  proposed: string,
): { text: string; since: NonNullable<ShownProposal['since']> } | null {
  if (was === now) return null;
  // whoever wanted these words gone did not know the new ones
  const { text, clean } = kind === 'delete' ? { text: '', clean: false } : mergeWords(was, now, proposed);
  return { text, since: { was, now: compareForReading(was, now), merged: compareForReading(now, text), clean } };
}

function isEdited({ applied }: ComplementRow): boolean {
  return applied !== null && 'edited' in applied && applied.edited === true;
}
