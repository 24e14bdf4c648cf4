import type { Intervention } from '#app/model/intervention.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findTime } from '#db/live-polls/meeting.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import type { Services } from '#server/services.ts';
import { appendBlocks } from './write-notes.ts';

export type AddedIntervention = { ok: true } | { ok: false; reason: 'read-only' | 'closed' | 'locked' | 'section-unknown' | 'too-large' };

/**
 * Adds what somebody filled into the plain form at the end of a point's notes, in their name, while others type or not. `id`
 * comes with the form: the same form sent twice adds it once.
 */
export async function addIntervention(
  services: Pick<Services, 'db' | 'live' | 'clock'>,
  { viewer, scope }: { viewer: Viewer; scope: MeetingScope },
  { id, intervention }: { id: string; intervention: Intervention },
): Promise<AddedIntervention> {
  const { meetingId, can } = scope;
  if (!can.organise && (await findTime(services.db, meetingId)) !== 'open') return { ok: false, reason: 'closed' };
  if (!can.writeNotes) return { ok: false, reason: 'read-only' };
  const { locked } = await readFacilitation(services, meetingId);
  if (locked.includes(intervention.agendaItemId)) return { ok: false, reason: 'locked' };
  const answer = await appendBlocks(services, meetingId, intervention.agendaItemId, blocksOf(id, intervention), viewer.personId);
  if (answer.ok) return answer;
  return { ok: false, reason: answer.reason === 'section-locked' ? 'locked' : answer.reason };
}

function blocksOf(id: string, { kind, speaker, lines, assigneeId, assignee, due }: Intervention): NoteBlock[] {
  const plain = { type: 'paragraph', speakerId: null, assigneeId: null, assignee: '', due: null } as const;
  const turn: NoteBlock[] = speaker
    ? [{ ...plain, id: `${id}-0`, kind: 'turn', inline: [{ text: speaker.line }], speakerId: speaker.id }]
    : [];
  const said = lines.map(
    (text, line): NoteBlock => ({ ...plain, id: `${id}-${line + 1}`, kind, inline: [{ text }], assigneeId, assignee, due }),
  );
  return [...turn, ...said];
}
