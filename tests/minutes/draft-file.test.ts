import { expect, test } from 'vitest';
import { returnMinutes } from '#server/imports/return-minutes.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { readDraftFile } from '#server/minutes/files/draft-file.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { paragraphOf } from './two-versions.ts';
import { meetingToPublish } from './versions-scene.ts';

const database = useDatabase();
const services = useServices(database);

async function draft() {
  const scene = await meetingToPublish(services);
  await scene.say(...['Un.', 'Deux.', 'Trois.'].map((text, index) => paragraphOf(`d${index}`, `${text} Nous coopérons avec Morón.`)));
  const viewer = viewerOf(scene.organiser);
  return { ...scene, viewer, scope: await organiseMeeting(services, viewer, scene.meeting.slug) };
}

test.each(['docx', 'odt'] as const)('the draft leaves as %s, and comes back unchanged without a proposal', async (format) => {
  const { viewer, scope, meeting } = await draft();
  const file = await readDraftFile(services, scope, format);
  expect(file?.name).toBe(`${meeting.slug}-brouillon.${format}`);
  const returned = await returnMinutes(services, { viewer, scope, fileName: 'x', bytes: file?.body ?? new Uint8Array(), from: '' });
  expect(returned).toEqual({ ok: true, made: 0, again: 0 });
});

test('only those who read the draft get it', async () => {
  const { scopeOf, stranger } = await draft();
  expect(await readDraftFile(services, await scopeOf(stranger), 'docx')).toBeNull();
});
