import type { NoteBlock } from '#app/model/notes.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { assignRapporteur } from '#server/rapporteurs/assign-rapporteur.ts';
import { makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

/** Hours of 18 September 2023: two sessions at ten, one at two in the afternoon. */
const HOURS = [
  { title: 'Énergie', edtf: '2023-09-18T10:00/2023-09-18T11:30', during: '[2023-09-18T08:00:00Z,2023-09-18T09:30:00Z)' },
  { title: 'Sport', edtf: '2023-09-18T10:00/2023-09-18T11:30', during: '[2023-09-18T08:00:00Z,2023-09-18T09:30:00Z)' },
  { title: 'Clôture', edtf: '2023-09-18T14:00/2023-09-18T16:00', during: '[2023-09-18T12:00:00Z,2023-09-18T14:00:00Z)' },
] as const;

/** An edition of three sessions, its organiser, and somebody to write minutes. */
export async function editionScene(services: TestServices) {
  const { db } = services;
  const raict = await makeGroup(db, { name: 'RAICT' });
  const dalc = await makeGroup(db);
  const slug = `raict-${crypto.randomUUID().slice(0, 8)}`;
  const { id: editionId } = await db
    .insertInto('editions')
    .values({ slug, groupId: raict.id, name: 'RAICT 2023', startsOn: '2023-09-18', endsOn: '2023-09-19' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const organiser = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: raict.id, personId: organiser.id, role: 'organiser' });
  const maud = await makePerson(db, { givenName: 'Maud', familyName: 'Etcheverry' });
  const stranger = await makePerson(db);
  const sessions = [];
  for (const hours of HOURS)
    sessions.push(await makeMeeting(db, { groupId: dalc.id, editionId, kind: 'session', slug: `${slug}-${sessions.length}`, ...hours }));
  const [energy, sport, closing] = sessions;
  if (!energy || !sport || !closing) throw new Error('Three sessions were wanted.');
  const viewer = viewerOf(organiser);
  const edition = await organiseEdition(services, viewer, slug);
  const organised = async (session: { slug: string }) => ({
    ...{ viewer, edition, session: await organiseMeeting(services, viewer, session.slug) },
  });
  const assign = async (session: { slug: string }, person: { id: string }, knowingly = false) =>
    assignRapporteur(services, { ...(await organised(session)), whom: { kind: 'person', personId: person.id }, knowingly });
  return {
    ...{ slug, edition, editionId, organiser, maud, stranger, viewer, raict, dalc, energy, sport, closing, organised, assign },
    write: (session: { id: string }, text: string, at = 0) => write(services, session.id, text, organiser.id, at),
  };
}

/** Writes a paragraph under one of a session's points, which is made if there is none. */
async function write(services: TestServices, meetingId: string, text: string, personId: string, at: number): Promise<string> {
  const { db } = services;
  const items = await db.selectFrom('agendaItems').select('id').where('meetingId', '=', meetingId).orderBy('position').execute();
  const item =
    items[at]?.id ??
    (
      await db
        .insertInto('agendaItems')
        .values({ meetingId, position: items.length + 1, title: `Échanges ${items.length}`, durationMinutes: 0 })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const none = { speakerId: null, assigneeId: null, assignee: '', due: null };
  const block: NoteBlock = { type: 'paragraph', id: crypto.randomUUID(), kind: 'text', inline: [{ text }], ...none };
  const written = await appendBlocks(services, meetingId, item, [block], personId);
  if (!written.ok) throw new Error(`Not written: ${written.reason}.`);
  return item;
}
