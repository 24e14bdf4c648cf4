import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { attributionOf } from '#app/model/note-attribution.ts';
import { type NoteBlock, sectionName } from '#app/model/notes.ts';
import { listClients, listVersions, listWriters, readVersions } from '#db/notes/read-history.ts';
import { leadMeeting } from '#server/facilitation/access.ts';
import { closeMeeting } from '#server/facilitation/close-meeting.ts';
import { startMeeting } from '#server/facilitation/start-meeting.ts';
import { findMeetingScope, organiseMeeting } from '#server/meetings/access.ts';
import { keepNotesAsClosed } from '#server/notes/history/keep-versions.ts';
import { restoreVersion } from '#server/notes/history/restore-version.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { meetingWithNotes, openNotesAs } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until, useSockets } from '#tests/support/sockets.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services, { idleMs: 20 });

const open: OpenPage[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

async function openAs(meetingId: string, personId: string): Promise<OpenPage> {
  const page = await openNotesAs(services, server, meetingId, personId);
  open.push(page);
  return page;
}

type Person = Parameters<typeof viewerOf>[0];
async function scopeOf(meetingId: string, person: Person) {
  const scope = await findMeetingScope(services, viewerOf(person), { id: meetingId });
  if (!scope) throw new Error('The meeting is not visible.');
  return scope;
}

/** A meeting whose first section Awa wrote and the organiser emptied: each left, so that a version was kept of it. */
async function emptiedByMistake() {
  const scene = await meetingWithNotes(services);
  const { meeting, first, writer, organiser } = scene;
  const scope = await scopeOf(meeting.id, organiser);
  const versions = () => listVersions(services.db, scope, first);
  const awa = await openAs(meeting.id, writer.id);
  awa.write(first, 'Le groupe-pays Argentine est maintenu.');
  awa.write(first, 'Recenser les liens avec Santa Fe.');
  await saved(awa);
  awa.close();
  await until('a version is kept', async () => (await versions()).length === 1);
  services.clock.advance({ minutes: 5 });
  const claire = await openAs(meeting.id, organiser.id);
  claire.section(first).delete(0, 2);
  await saved(claire);
  claire.close();
  await until('another is', async () => (await versions()).length === 2);
  return { ...scene, scope, versions };
}

const saved = (page: OpenPage) => until('it is saved', () => page.unsaved.size === 0);

async function rowsOf(meetingId: string): Promise<number> {
  const { count } = await services.db
    .selectFrom('noteUpdates')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

describe('the history of a section', () => {
  test('keeps what it said whenever people left it alone, with who wrote or deleted since', async () => {
    const { scope, versions, writer, organiser } = await emptiedByMistake();
    const [emptied, written] = await versions();
    const names = new Map((await listWriters(services.db, scope)).map(({ number, personId }) => [number, personId]));
    expect(written?.authors.map((number) => names.get(number))).toEqual([writer.id]);
    expect(emptied?.authors.map((number) => names.get(number))).toEqual([organiser.id]);
    const said = await readVersions(services.db, scope, [emptied?.id ?? '', written?.id ?? '']);
    expect(said.get(emptied?.id ?? '')).toEqual([]);
    expect(JSON.stringify(said.get(written?.id ?? ''))).toContain('Le groupe-pays Argentine est maintenu.');
  });

  test('keeps nothing twice, whoever asks at once, and nothing of a section that nobody ever wrote in', async () => {
    const { meeting, first, second, scope, versions, organiser } = await emptiedByMistake();
    await Promise.all([1, 2, 3, 4].map(() => keepNotesAsClosed(services, meeting.id)));
    expect(await versions()).toHaveLength(2);
    expect(await listVersions(services.db, scope, second)).toEqual([]);
    await appendBlocks(services, meeting.id, first, [line('b1', 'Encore une chose')], organiser.id);
    await Promise.all([1, 2, 3, 4].map(() => keepNotesAsClosed(services, meeting.id)));
    expect((await versions()).map(({ reason }) => reason)).toEqual(['closed', 'pause', 'pause']);
  });

  test('keeps what the notes say when the meeting is closed', async () => {
    const { meeting, first, organiser, versions } = await emptiedByMistake();
    await appendBlocks(services, meeting.id, first, [line('b1', 'Le mot de la fin')], organiser.id);
    const viewer = viewerOf(organiser);
    await startMeeting(services, { viewer, scope: await leadMeeting(services, viewer, meeting.slug) });
    const closed = await closeMeeting(services, { viewer, scope: await organiseMeeting(services, viewer, meeting.slug) });
    expect(closed).toMatchObject({ ok: true });
    expect((await versions()).map(({ reason }) => reason)).toEqual(['closed', 'pause', 'pause']);
  });

  test('is for those who write and for organisers', async () => {
    const { meeting, first, writer, reader } = await emptiedByMistake();
    expect(await listVersions(services.db, await scopeOf(meeting.id, writer), first)).toHaveLength(2);
    expect(await listVersions(services.db, await scopeOf(meeting.id, reader), first)).toEqual([]);
  });
});

describe('restoring a version', () => {
  test('brings the words back for everybody while they type, and loses none of theirs', async () => {
    const { meeting, first, second, writer, organiser, versions, scope } = await emptiedByMistake();
    const [awa, claire] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    const lines = [awa.write(first, 'Awa tape'), claire.write(second, 'Claire tape')];
    await Promise.all([awa, claire].map(saved));
    const before = await rowsOf(meeting.id);
    let typed = 0;
    const typing = setInterval(() => {
      typed += 1;
      for (const text of lines) text.insert(text.length, '.');
    }, 2);
    const written = (await versions()).at(-1);
    expect(await restoreVersion(services, scope, viewerOf(organiser), written?.id ?? '')).toMatchObject({ ok: true, changed: true });
    await until('both see it', () => [awa, claire].every((page) => page.text(first).includes('Argentine est maintenu.')));
    clearInterval(typing);
    await Promise.all([awa, claire].map(saved));
    await until('they converge', () => awa.text(first) === claire.text(first) && awa.text(second) === claire.text(second));
    expect(claire.text(second)).toBe(`Claire tape${'.'.repeat(typed)}`);
    expect(await rowsOf(meeting.id)).toBeGreaterThan(before);
    const ids = awa
      .section(first)
      .toArray()
      .map((block) => (block instanceof Y.XmlElement ? block.getAttribute('id') : null));
    expect(new Set(ids).size).toBe(ids.length);
    expect(awa.refusals).toEqual([]);
    // what was said before is one click away
    const replaced = (await versions()).find(({ reason }) => reason === 'before-restore')?.id ?? '';
    expect(JSON.stringify((await readVersions(services.db, scope, [replaced])).get(replaced))).toContain('Awa tape');
  });

  test('keeps what it replaced, so that it can be undone; again changes nothing', async () => {
    const { versions, scope, organiser } = await emptiedByMistake();
    const [emptied, written] = await versions();
    const restore = (id = '') => restoreVersion(services, scope, viewerOf(organiser), id);
    expect(await restore(written?.id)).toMatchObject({ ok: true, changed: true });
    expect(await restore(written?.id)).toMatchObject({ ok: true, changed: false });
    expect((await versions()).map(({ reason }) => reason)).toEqual(['restored', 'pause', 'pause']);
    expect(await restore(emptied?.id)).toMatchObject({ ok: true, changed: true });
    const said = await readVersions(
      services.db,
      scope,
      (await versions()).map(({ id }) => id),
    );
    expect([...said.values()].filter((blocks) => blocks.length === 0)).toHaveLength(2);
  });

  test('is refused in a locked section, to readers, and of a version of another meeting', async () => {
    const { meeting, first, versions, scope, organiser, reader } = await emptiedByMistake();
    const other = await emptiedByMistake();
    const [, written] = await versions();
    const id = written?.id ?? '';
    const asReader = await restoreVersion(services, await scopeOf(meeting.id, reader), viewerOf(reader), id);
    expect(asReader).toEqual({ ok: false, reason: 'not-allowed' });
    const elsewhere = await restoreVersion(services, other.scope, viewerOf(other.organiser), id);
    expect(elsewhere).toEqual({ ok: false, reason: 'version-unknown' });
    await services.db.insertInto('noteLocks').values({ agendaItemId: first, lockedAt: services.clock.now().toString() }).execute();
    expect(await restoreVersion(services, scope, viewerOf(organiser), id)).toEqual({ ok: false, reason: 'section-locked' });
  });
});

describe('who wrote what', () => {
  test('is told block by block of the words that stand, the server’s writing in somebody’s name included', async () => {
    const { meeting, first, writer, organiser, scope } = await emptiedByMistake();
    const awa = await openAs(meeting.id, writer.id);
    awa.write(first, 'Une phrase à deux.');
    await saved(awa);
    const claire = await openAs(meeting.id, organiser.id);
    const block = claire.section(first).get(0);
    if (block instanceof Y.XmlElement && block.get(0) instanceof Y.XmlText) (block.get(0) as Y.XmlText).insert(3, ' longue');
    await saved(claire);
    await appendBlocks(services, meeting.id, first, [line('b1', 'Par le formulaire')], organiser.id);
    const [doc, clients, writers] = await Promise.all([
      readDocument(services.db, meeting.id),
      listClients(services.db, scope),
      listWriters(services.db, scope),
    ]);
    const owners = new Map(clients);
    const people = new Map(writers.map(({ number, personId }) => [number, personId]));
    const told = attributionOf(doc.getXmlFragment(sectionName(first)), (client) => owners.get(client) ?? null).map((each) =>
      each.writers.map(({ author, characters }) => [author && people.get(author), characters]),
    );
    expect(told).toEqual([
      [
        [writer.id, 18],
        [organiser.id, 7],
      ],
      [[organiser.id, 17]],
    ]);
  });

  test('says that nobody knows, where nobody does', () => {
    const doc = new Y.Doc();
    const section = doc.getXmlFragment(sectionName('00000000-0000-4000-8000-000000000001'));
    const block = new Y.XmlElement('paragraph');
    section.push([block]);
    block.push([new Y.XmlText('Avant')]);
    expect(attributionOf(section, () => null)).toEqual([{ blockId: null, writers: [{ author: null, characters: 5 }] }]);
  });
});

const line = (id: string, text: string): NoteBlock => ({
  ...{ type: 'paragraph', id, kind: 'text', inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null },
});
