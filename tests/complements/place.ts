import type { ProposedIdentity, ProposedText } from '#app/model/complements.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { paragraphsOf } from '#server/notes/project-records.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { meetingWithNotes } from '#tests/realtime/meeting-with-notes.ts';
import { makeComplement, makeMembership, makeMinutes, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

export const paragraph = (id: string, text: string, more: Partial<NoteParagraph> = {}): NoteParagraph => ({
  ...{ type: 'paragraph', id, kind: 'text', inline: text ? [{ text }] : [], speakerId: null, assigneeId: null, assignee: '', due: null },
  ...more,
});

/** A meeting in review with two organisers, whose first point says `blocks`, and what one needs to decide on it. */
export async function placeInReview(services: TestServices, blocks: readonly NoteBlock[]) {
  const { db } = services;
  const place = await meetingWithNotes(services);
  const { meeting, group, first, organiser, writer, writerAttendance } = place;
  const minutes = await makeMinutes(db, { meetingId: meeting.id, state: 'in_review' });
  const second = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: second.id, role: 'organiser' });
  await appendBlocks(services, meeting.id, first, blocks, organiser.id);
  const decider = async (person: typeof organiser) => ({
    scope: await organiseMeeting(services, viewerOf(person), meeting.slug),
    viewer: viewerOf(person),
  });
  const [claire, ines] = [await decider(organiser), await decider(second)];

  type Given = Partial<Omit<Parameters<typeof makeComplement>[1], 'proposed'>> & { proposed?: ProposedText | ProposedIdentity | null };
  const propose = ({ proposed = null, ...given }: Given) =>
    makeComplement(db, {
      ...{ minutesId: minutes.id, agendaItemId: first, attendanceId: writerAttendance.id, authorId: writer.id, authorName: 'Awa Diop' },
      ...{ proposed: proposed && JSON.stringify(proposed), ...given },
    });
  const lines = async () => {
    const sections = await readNotesWithin(db, meeting.id);
    return paragraphsOf(sections.flatMap((section) => section.blocks));
  };
  const texts = async () => (await lines()).map(({ inline }) => plainText(inline));
  const stored = (id: string) => db.selectFrom('complements').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { ...place, minutes, claire, ines, propose, lines, texts, stored };
}

export type PlaceInReview = Awaited<ReturnType<typeof placeInReview>>;

export const saying = (text: string): ProposedText => ({ kind: 'text', inline: [{ text }] });
