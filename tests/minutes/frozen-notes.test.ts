import { expect, test } from 'vitest';
import { findMeetingScope } from '#server/meetings/access.ts';
import { changeState } from '#server/minutes/change-state.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { redactMinutes } from '#server/minutes/redact-minutes.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { meetingWithNotes, openNotesAs } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { until, useSockets } from '#tests/support/sockets.ts';
import { tablesWith } from './tables-with.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

async function openNotes() {
  const scene = await meetingWithNotes(services);
  const scope = await findMeetingScope(services, viewerOf(scene.organiser), { id: scene.meeting.id });
  if (!scope) throw new Error('The meeting is not visible.');
  const [awa, claire] = [
    await openNotesAs(services, server, scene.meeting.id, scene.writer.id),
    await openNotesAs(services, server, scene.meeting.id, scene.organiser.id),
  ];
  return { ...scene, scope, by: viewerOf(scene.organiser), awa, claire };
}

test('notes that are open freeze for everybody the moment the minutes are approved, and thaw when they are opened again', async () => {
  const { scope, by, first, awa, claire } = await openNotes();
  awa.write(first, 'Dit en séance.');
  await until('it is saved', () => awa.unsaved.size === 0);
  expect(await changeState(services, scope, by, { to: 'approved' })).toMatchObject({ ok: true });
  await until('both lost their right', () => !awa.canWrite && !claire.canWrite);
  claire.write(first, 'Glissé après coup.');
  await until('it is refused', () => claire.refusals.length > 0);
  expect(JSON.stringify(await readNotes(services, scope))).not.toContain('Glissé');
  expect(await changeState(services, scope, by, { to: 'draft' })).toMatchObject({ ok: true });
  await until('both have it again', () => awa.canWrite && claire.canWrite);
  awa.close();
  claire.close();
});

test('words are redacted under the eyes of those who have the notes open, and what they type meanwhile stays', async () => {
  const { scope, by, first, awa, claire } = await openNotes();
  awa.write(first, 'Jeanne Zygomatique est en arrêt.');
  await until('it is saved', () => awa.unsaved.size === 0);
  expect(await publishMinutes(services, scope, by, { number: 1 })).toMatchObject({ ok: true });
  const typed = claire.write(first, 'Une suite');
  const redacting = redactMinutes(services, scope, by, { number: 1, words: ['Jeanne Zygomatique'], reason: 'Donnée de santé.' });
  typed.insert(9, ', écrite pendant ce temps.');
  expect(await redacting).toEqual({ ok: true, number: 2 });
  await until('it is saved', () => claire.unsaved.size === 0);
  for (const page of [awa, claire]) await until('everybody sees it', () => page.text(first).includes('[mention occultée] est en arrêt.'));
  expect(awa.text(first)).toContain('Une suite, écrite pendant ce temps.');
  expect(await tablesWith(database, 'Zygomatique')).toEqual([]);
  awa.close();
  claire.close();
});
