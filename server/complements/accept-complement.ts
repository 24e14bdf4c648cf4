import type { Applied, AppliedIdentity, AppliedText } from '#app/model/applied-complements.ts';
import { isIdentity, type ProposedIdentity } from '#app/model/complements.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { Trx } from '#db/client.ts';
import type { HeldComplement } from '#db/complements/decide.ts';
import { holdIdentity, writeIdentity } from '#db/complements/identity.ts';
import { lockNotes } from '#db/notes/log.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { editBlocks } from '#server/notes/edit-blocks.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { decide } from './decide.ts';
import type { Decided } from './decision.ts';
import { placesOf } from './find-place.ts';
import { changesOf, identityOf, turnLineEdits } from './identities.ts';
import { type Acceptance, planEdits } from './plan-edits.ts';

export interface WantedAcceptance extends Acceptance {
  /** The identity that the organiser made of the proposed one; null: as proposed. */
  identity: ProposedIdentity | null;
  /** An answer to its author, beside a comment above all; '': none. */
  answer: string;
}

/**
 * Accepts what a participant proposed, as it is or as the organiser changed it: the notes say it from then on, open editors
 * at once, whatever is being typed in them. A comment is merely handled; an identity corrects the attendance of that day and
 * the turns typed for it, not the directory. Of two organisers at once one decides, the other is told what was decided.
 */
export async function acceptComplement(
  services: Services,
  { scope, viewer }: { scope: OrganisedMeeting; viewer: Viewer },
  { id, ...wanted }: WantedAcceptance & { id: string },
): Promise<Decided> {
  return decide(services, { scope, viewer, id }, async (trx, complement) => {
    const applying = { services, meetingId: scope.meetingId, authorPersonId: viewer.personId };
    const done = await apply(trx, applying, complement, wanted);
    if ('refused' in done) return { ok: false, reason: done.refused };
    return { ok: true, state: 'accepted', reason: wanted.answer, ...done };
  });
}

interface Applying {
  services: Services;
  meetingId: string;
  authorPersonId: string;
}
type Application =
  | { applied: Applied | null; afterCommit?: () => Promise<void> }
  | { refused: 'changed' | 'conflict' | 'gone' | 'empty' | 'too-large' | 'person-gone' };

async function apply(trx: Trx, applying: Applying, complement: HeldComplement, wanted: WantedAcceptance): Promise<Application> {
  const { kind, proposed } = complement;
  if (kind === 'comment') return { applied: null };
  if (kind === 'identity') {
    const identity = wanted.identity ?? (proposed && isIdentity(proposed) ? proposed : null);
    return identity ? applyIdentity(trx, applying, complement, identity) : { refused: 'empty' };
  }
  return applyText(trx, applying, { ...complement, kind, proposed: proposed && !isIdentity(proposed) ? proposed : null }, wanted);
}

type TextComplement = Parameters<typeof planEdits>[0];

async function applyText(trx: Trx, { services, ...at }: Applying, complement: TextComplement, wanted: Acceptance): Promise<Application> {
  await lockNotes(trx, at.meetingId);
  const places = placesOf(await readNotesWithin(trx, at.meetingId));
  const plan = planEdits(complement, (complement.blockId && places.get(complement.blockId)) || null, wanted);
  if (!plan.ok) return { refused: plan.reason };
  const edited = await editBlocks(trx, services, { ...at, edits: plan.edits });
  if (edited.ok) return { applied: plan.applied satisfies AppliedText, afterCommit: edited.afterCommit };
  // the point that it was to be put into is gone, or somebody typed between the two readings
  return { refused: edited.reason === 'too-large' || edited.reason === 'changed' ? edited.reason : 'gone' };
}

async function applyIdentity(
  trx: Trx,
  { services, ...at }: Applying,
  { attendanceId, proposed }: HeldComplement,
  wanted: ProposedIdentity,
): Promise<Application> {
  if (wanted.name === '') return { refused: 'empty' };
  const held = attendanceId ? await holdIdentity(trx, at.meetingId, attendanceId) : undefined;
  if (!attendanceId || !held) return { refused: 'person-gone' };
  const was = identityOf(held);
  await writeIdentity(trx, attendanceId, changesOf(held, wanted));
  await lockNotes(trx, at.meetingId);
  const edits = turnLineEdits(await readNotesWithin(trx, at.meetingId), attendanceId, was, wanted);
  const edited = await editBlocks(trx, services, { ...at, edits });
  if (!edited.ok) return { refused: edited.reason === 'too-large' ? 'too-large' : 'changed' };
  const applied: AppliedIdentity = { ...wanted, was, edited: JSON.stringify(wanted) !== JSON.stringify(proposed) };
  return { applied, afterCommit: edited.afterCommit };
}
