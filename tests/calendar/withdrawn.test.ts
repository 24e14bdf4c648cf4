import { expect, test } from 'vitest';
import type { MeetingPlan } from '#app/model/meetings.ts';
import { deleteDraft } from '#db/meetings/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { editMeeting } from '#server/meetings/edit-meeting.ts';
import { aMeeting, aPlan, rowOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';
import { readBoth } from './two-readers.ts';

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);
const WITHDRAWN = 'Annulée\u00a0: réunion retirée du calendrier public';

type Scene = Awaited<ReturnType<typeof aMeeting>>;

async function edit(scene: Scene, given: Partial<MeetingPlan>): Promise<void> {
  const { revision } = await rowOf(services, scene.id);
  const viewer = scene.viewers.ines;
  const plan = aPlan({ title: 'Rencontre discrète', themes: ['Climat'], countries: ['HT'], ...given });
  expect(await editMeeting(services, { viewer, scope: await scene.open(viewer), revision, plan, announce: false })).toMatchObject({
    ok: true,
  });
}

async function entryIn(path: string, scene: Scene) {
  const { text } = await ask(path);
  return { text, entry: readBoth(text).get(`meeting-${scene.id}@tertulia.example`) };
}

test('a public meeting that becomes the members’ own is cancelled in every feed it stood in, and nothing of it is told', async () => {
  const scene = await aMeeting(services, { title: 'Rencontre discrète', themes: ['Climat'], countries: ['HT'] });
  const before = await entryIn('/feeds/all.ics', scene);
  expect(before.entry).toMatchObject({ summary: 'Rencontre discrète', status: 'CONFIRMED', sequence: 0 });
  services.clock.advance({ minutes: 5 });
  await edit(scene, { visibility: 'members' });
  for (const path of ['/feeds/all.ics', '/feeds/themes/climat.ics', '/feeds/countries/ht.ics', '/feeds/kinds/group-meeting.ics']) {
    const answer = await ask(path);
    if (path.includes('themes')) {
      // a theme that only members' meetings have is nobody else's to know
      expect(answer.status).toBe(404);
      continue;
    }
    const { entry } = await entryIn(path, scene);
    expect([path, entry]).toEqual([path, { ...before.entry, summary: WITHDRAWN, status: 'CANCELLED', sequence: 1 }]);
    expect(answer.text).not.toMatch(/discrète|climat/i);
    expect(answer.text).toContain('TRANSP:TRANSPARENT');
  }
  expect((await ask('/feeds/all.json')).text).toContain(WITHDRAWN);
  expect((await ask('/feeds/all.meetings.atom')).text).not.toMatch(/discrète|retirée/);
});

test('one that is announced again is newer than its cancellation', async () => {
  const scene = await aMeeting(services, { title: 'Rencontre discrète' });
  await edit(scene, { visibility: 'members' });
  const gone = (await entryIn('/feeds/all.ics', scene)).entry;
  await edit(scene, { visibility: 'public' });
  const back = (await entryIn('/feeds/all.ics', scene)).entry;
  expect(back).toMatchObject({ summary: 'Rencontre discrète', status: 'CONFIRMED' });
  expect(back?.sequence).toBeGreaterThan(gone?.sequence ?? 0);
  await edit(scene, { visibility: 'members' });
  expect((await entryIn('/feeds/all.ics', scene)).entry?.sequence).toBeGreaterThan(back?.sequence ?? 0);
});

test('it goes when its date has passed; one that was over before was never cancelled', async () => {
  const scene = await aMeeting(services, { title: 'Rencontre discrète' });
  await edit(scene, { visibility: 'members' });
  services.clock.set('2022-10-12T08:00:00Z');
  expect((await entryIn('/feeds/all.ics', scene)).entry).toBeDefined();
  services.clock.set('2022-10-15T08:00:00Z');
  expect((await entryIn('/feeds/all.ics', scene)).entry).toBeUndefined();
  const past = await aMeeting(services, { title: 'Rencontre discrète' });
  await edit(past, { visibility: 'members' });
  expect((await entryIn('/feeds/all.ics', past)).entry).toBeUndefined();
  services.clock.set('2022-06-01T08:00:00Z');
});

test('a draft that is thrown away was never seen, and is no cancellation', async () => {
  const scene = await aMeeting(services, {}, false);
  await edit(scene, { placeName: 'Ailleurs' });
  await inTransaction(database.db, (trx) => deleteDraft(trx, scene.id));
  expect((await entryIn('/feeds/all.ics', scene)).entry).toBeUndefined();
  expect(await database.db.selectFrom('withdrawnMeetings').select('meetingId').where('meetingId', '=', scene.id).execute()).toEqual([]);
});
