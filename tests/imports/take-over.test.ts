import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportChanges } from '#app/model/import-changes.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { readImport } from '#db/imports/read.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { enterImport, type Importer } from '#server/imports/access.ts';
import { finishImport } from '#server/imports/finish-import.ts';
import { dropImport, saveImport } from '#server/imports/save-import.ts';
import { startImport } from '#server/imports/start-import.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makeOrganisation, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

const PAPER = readFileSync('tests/minutes/papers/brainstorming.txt');
let viewer: Viewer;
let importer: Importer;
let groupId: string;
let slug: string;

const viewerOf = ({ id, givenName, familyName }: { id: string; givenName: string; familyName: string }): Viewer => ({
  ...{ personId: id, givenName, familyName, language: 'fr', timeZone: 'Europe/Paris', networkOrganiser: false },
});

beforeEach(async () => {
  const { db } = database;
  const group = await makeGroup(db);
  [groupId, slug] = [group.id, group.slug];
  const organiser = await makePerson(db);
  await makeMembership(db, { groupId, personId: organiser.id, role: 'organiser' });
  viewer = viewerOf(organiser);
  importer = await start(PAPER, 'cr.txt');
});

async function start(bytes: Uint8Array, fileName: string): Promise<Importer> {
  const id = crypto.randomUUID();
  const scope = await organiseGroup(services, viewer, slug);
  expect(await startImport(services, { viewer, scope, id, fileName, bytes })).toEqual({ ok: true });
  return enterImport(services, viewer, id);
}

const nothing: ImportChanges = { header: {}, attendees: new Map(), pieces: new Map(), added: null, keepContacts: null };
const stored = () => readImport(database.db, importer.scope);
const meetings = () => database.db.selectFrom('meetings').selectAll().where('groupId', '=', groupId).execute();

describe('a draft', () => {
  test('is kept once, however often its form is sent, without the file', async () => {
    const scope = await organiseGroup(services, viewer, slug);
    const id = importer.scope.importId;
    await startImport(services, { viewer, scope, id, fileName: 'other.txt', bytes: Buffer.from('Autre chose') });
    expect(await stored()).toMatchObject({ fileName: 'cr.txt', revision: 1, state: 'open' });
  });

  test('keeps what was decided of it', async () => {
    const { draft } = await stored();
    const turn = draft.pieces.find((piece) => piece.kind === 'turn');
    const changes = {
      ...nothing,
      header: { title: 'Échanges de novembre' },
      pieces: new Map([[turn?.id ?? '', { kind: 'text' as const, speakerId: null }]]),
    };
    expect(await saveImport(services, importer, { revision: 1, changes })).toEqual({ ok: true, revision: 2 });
    const after = (await stored()).draft;
    expect(after.header.title).toMatchObject({ value: 'Échanges de novembre', confidence: 'sure' });
    expect(after.pieces.find((piece) => piece.id === turn?.id)).toMatchObject({ kind: 'text', confidence: 'sure' });
  });

  test('that two organisers change at once loses nothing: the second sees both', async () => {
    const id = (await stored()).draft.pieces.find((piece) => piece.kind === 'text')?.id ?? '';
    const say = (kind: 'decision' | 'action') => ({ ...nothing, pieces: new Map([[id, { kind, speakerId: null }]]) });
    await saveImport(services, importer, { revision: 1, changes: say('decision') });
    const second = await saveImport(services, importer, { revision: 1, changes: say('action') });
    expect(second).toMatchObject({ ok: false, reason: 'conflict', revision: 2 });
    if (second.ok || second.reason !== 'conflict') throw new Error('It should have been a conflict.');
    const kindIn = ({ pieces }: typeof second.mine) => pieces.find((piece) => piece.id === id)?.kind;
    expect([kindIn(second.theirs), kindIn(second.mine), kindIn((await stored()).draft)]).toEqual(['decision', 'action', 'decision']);
    expect(await saveImport(services, importer, { revision: second.revision, changes: say('action') })).toMatchObject({ ok: true });
  });

  test('given up is erased, and makes no meeting any more', async () => {
    expect(await dropImport(services, importer)).toBe(true);
    expect((await stored()).draft).toMatchObject({ source: [], pieces: [], attendees: [] });
    expect(await finishImport(services, importer)).toEqual({ ok: false, reason: 'closed' });
    expect(await meetings()).toEqual([]);
  });

  test('is for organisers of its group only', async () => {
    const member = await makePerson(database.db);
    await makeMembership(database.db, { groupId, personId: member.id, role: 'member' });
    const stranger = await makePerson(database.db);
    for (const person of [member, stranger])
      await expect(enterImport(services, viewerOf(person), importer.scope.importId)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(enterImport(services, null, importer.scope.importId)).rejects.toMatchObject({ status: 302 });
    await expect(enterImport(services, viewer, crypto.randomUUID())).rejects.toMatchObject({ init: { status: 404 } });
  });
});

describe('the past meeting', () => {
  test('has its date, agenda, people as they were that day, and notes; nobody is written to', async () => {
    const finished = await finishImport(services, importer);
    expect(finished).toMatchObject({ ok: true, slug: expect.stringMatching(/^2020-11-30-/) });
    const [meeting] = await meetings();
    if (!meeting) throw new Error('There is no meeting.');
    expect(meeting).toMatchObject({ edtf: '2020-11-30T15:00/2020-11-30T16:00', status: 'scheduled', placeName: 'Visioconférence Zoom' });
    const attendances = await database.db.selectFrom('attendances').selectAll().where('meetingId', '=', meeting.id).execute();
    expect(attendances).toHaveLength(15);
    expect(attendances.every((one) => one.invitedAt === null && one.answer === 'remote' && one.notesAccess === 'read')).toBe(true);
    expect(attendances.filter((one) => one.roles.includes('speaker'))).toHaveLength(14);
    const sections = await readNotesWithin(database.db, meeting.id);
    expect(sections).toHaveLength(3);
    const blocks = sections.flatMap((section) => section.blocks);
    const turns = blocks.filter((block) => block.type === 'paragraph' && block.kind === 'turn');
    const ids = new Set(attendances.map((one) => one.id));
    expect(turns).toHaveLength(24);
    expect(turns.every((turn) => turn.type === 'paragraph' && ids.has(turn.speakerId ?? ''))).toBe(true);
    expect(blocks.filter((block) => block.type === 'paragraph' && block.kind === 'takeaway')).toHaveLength(31);
    expect(await database.db.selectFrom('outboxMails').selectAll().execute()).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'done', draft: { source: [], pieces: [], attendees: [] } });
  });

  test('is made once, by two organisers at once or when asked again', async () => {
    const answers = await Promise.all([finishImport(services, importer), finishImport(services, importer)]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toEqual(answers[0]);
    expect(await finishImport(services, importer)).toEqual(answers[0]);
    const [meeting, ...more] = await meetings();
    expect(more).toEqual([]);
    const blocks = (await readNotesWithin(database.db, meeting?.id ?? '')).flatMap((section) => section.blocks);
    expect(blocks.filter((block) => block.type === 'paragraph' && block.kind === 'turn')).toHaveLength(24);
  });

  test('cut off while its notes were written, it is taken up where it was', async () => {
    const cut = vi.spyOn(services.live, 'changed').mockImplementationOnce(() => {
      throw new Error('The power went.');
    });
    await expect(finishImport(services, importer)).rejects.toThrow('The power went.');
    cut.mockRestore();
    const between = await stored();
    expect(between).toMatchObject({ state: 'open', meetingSlug: expect.any(String) });
    // what is being made is not changed under its maker's hands
    expect(await saveImport(services, importer, { revision: between.revision, changes: nothing })).toEqual({ ok: false, reason: 'closed' });
    expect(await dropImport(services, importer)).toBe(false);
    expect(await finishImport(services, importer)).toEqual({ ok: true, slug: between.meetingSlug });
    const [meeting, ...more] = await meetings();
    expect(more).toEqual([]);
    const blocks = (await readNotesWithin(database.db, meeting?.id ?? '')).flatMap((section) => section.blocks);
    expect(blocks.filter((block) => block.type === 'paragraph' && block.kind === 'takeaway')).toHaveLength(31);
    expect(blocks.filter((block) => block.type === 'list')).toHaveLength(2);
    const people = await database.db
      .selectFrom('attendances')
      .select('id')
      .where('meetingId', '=', meeting?.id ?? '')
      .execute();
    expect(people).toHaveLength(15);
  });

  test('people whom the directory has twice are asked about; the one who is chosen is linked, and stays as the directory has them', async () => {
    const { db } = database;
    const lyon = await makeOrganisation(db);
    const people = [await makePerson(db, { givenName: 'Jeanne', familyName: 'Morel', organisationId: lyon.id, function: 'Maire' })];
    people.push(await makePerson(db, { givenName: 'Jeanne', familyName: 'Morel' }));
    importer = await start(
      Buffer.from('Réunion du 3 mai 2021\n\nJeanne Morel, directrice à la ville de Lille :\nBonjour à tous.\n'),
      'cr.md',
    );
    const asked = await finishImport(services, importer);
    expect(asked).toEqual({ ok: false, reason: 'people', undecided: ['a1'] });
    expect(await meetings()).toEqual([]);
    const chosen = {
      givenName: 'Jeanne',
      familyName: 'Morel',
      function: 'Directrice',
      organisation: 'Ville de Lille',
      keepEmail: false,
      part: 'speaker' as const,
    };
    const changes = { ...nothing, attendees: new Map([['a1', { ...chosen, person: people[0]?.id ?? '' }]]) };
    await saveImport(services, importer, { revision: 1, changes });
    expect(await finishImport(services, importer)).toMatchObject({ ok: true });
    const [attendance] = await db
      .selectFrom('attendances')
      .selectAll()
      .where('personId', '=', people[0]?.id ?? '')
      .execute();
    expect(attendance).toMatchObject({ function: 'Directrice', organisationName: 'Ville de Lille' });
    expect(
      await db
        .selectFrom('people')
        .select(['function', 'organisationId'])
        .where('id', '=', people[0]?.id ?? '')
        .execute(),
    ).toEqual([{ function: 'Maire', organisationId: lyon.id }]);
  });

  test('has no address and no number of the paper unless they were asked for', async () => {
    const text =
      'Réunion du 3 mai 2021\n\nContacts\n\n- Odile Garnier, directrice à la ville de Lille, odile@lille.example, 01 23 45 67 89\n- Écrire à contact@reseau.example\n';
    importer = await start(Buffer.from(text), 'cr.md');
    expect(await finishImport(services, importer)).toMatchObject({ ok: true });
    const [meeting] = await meetings();
    const all = JSON.stringify(await readNotesWithin(database.db, meeting?.id ?? ''));
    expect(all).not.toMatch(/@|01 23/);
    const { email } = await database.db
      .selectFrom('people')
      .select('email')
      .where('familyName', '=', 'Garnier')
      .where('givenName', '=', 'Odile')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(email).toBeNull();
  });

  test('needs a title and something to say', async () => {
    await saveImport(services, importer, { revision: 1, changes: { ...nothing, header: { title: '' } } });
    expect(await finishImport(services, importer)).toEqual({ ok: false, reason: 'no_title' });
    const { draft, revision } = await stored();
    const out = new Map(draft.pieces.map(({ id }) => [id, { kind: 'out' as const, speakerId: null }]));
    await saveImport(services, importer, { revision, changes: { ...nothing, header: { title: 'x' }, pieces: out } });
    expect(await finishImport(services, importer)).toEqual({ ok: false, reason: 'no_text' });
  });
});
