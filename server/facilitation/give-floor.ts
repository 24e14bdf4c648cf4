import type { Facilitation } from '#app/model/facilitation.ts';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findWaiting } from '#db/facilitation/read.ts';
import { giveRequest } from '#db/facilitation/write.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import type { Services } from '#server/services.ts';
import type { LedMeeting } from './access.ts';
import { readFacilitation } from './read-facilitation.ts';
import { type Step, type StepRefusal, takeStep } from './take-step.ts';

/** `section`: the agenda item whose notes now name the speaker; null: the meeting is at no point, or its notes are locked. */
export type GivenFloor = Extract<Step, { ok: false }> | { ok: true; changed: boolean; section: string | null };

/**
 * Gives the floor to whoever asked: they leave the queue, and the notes of the current point name them, with a line below
 * for what they say. The notes are written first, under an id made of the request's: a second press, a colleague's at the
 * same moment, or a new try after a failure in between finds the block and writes none.
 */
export async function giveFloor(
  services: Services,
  { viewer, scope, requestId }: { viewer: Viewer; scope: LedMeeting; requestId: string },
): Promise<GivenFloor> {
  const { meetingId } = scope;
  const [facilitation, request] = await Promise.all([
    readFacilitation(services, meetingId),
    findWaiting(services.db, meetingId, requestId),
  ]);
  if (!request || request.withdrawnAt !== null) return { ok: false, reason: 'request_gone' };
  if (request.givenAt !== null) return { ok: true, changed: false, section: null };
  if (facilitation.closedAt !== null) return { ok: false, reason: 'closed' };
  const section = openSection(facilitation);
  const written = section !== null && (await appendBlocks(services, meetingId, section, turnOf(request), viewer.personId)).ok;
  const what = { viewer, meetingId, action: 'give_floor', detail: { requestId }, while: ['not_started'] } as const;
  const step = await takeStep(services, what, (trx, _run, now): Promise<boolean | StepRefusal> => giveRequest(trx, { requestId, now }));
  return step.ok ? { ...step, section: written ? section : null } : step;
}

function openSection({ current, locked }: Facilitation): string | null {
  return current && !locked.includes(current.agendaItemId) ? current.agendaItemId : null;
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

/** « Bénédicte Roussel, adjointe au maire, Grand Poitiers », as the notes write it, and the line of what is said. */
function turnOf(request: Waiting): NoteBlock[] {
  const standsIn = request.answer === 'represented' && request.substituteName !== '';
  const name = standsIn ? request.substituteName : `${request.givenName} ${request.familyName}`.trim();
  const post = standsIn ? request.substituteFunction : request.function;
  const line = [name, post, request.organisationName].filter(Boolean).join(', ');
  return [
    paragraph({ id: request.id, kind: 'turn', speakerId: request.attendanceId, inline: [{ text: line }] }),
    paragraph({ id: `${request.id}-said`, kind: 'text' }),
  ];
}

function paragraph(given: Pick<NoteParagraph, 'id' | 'kind'> & Partial<NoteParagraph>): NoteParagraph {
  return { type: 'paragraph', inline: [], speakerId: null, assigneeId: null, assignee: '', due: null, ...given };
}
