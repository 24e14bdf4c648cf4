import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NoteBlock } from '#app/model/notes.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { listDownloads } from '#server/minutes/files/list-downloads.ts';
import { readDownload } from '#server/minutes/files/read-download.ts';
import { renderFiles } from '#server/minutes/files/render-files.ts';
import { resumeFiles, retryFiles } from '#server/minutes/files/retry-files.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

async function published(words = 'Nous coopérons avec Morón.') {
  const { db } = database;
  const group = await makeGroup(db);
  const [organiser, member, reader] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const meeting = await makeMeeting(db, { groupId: group.id, visibility: 'public' });
  await makeAttendance(db, { meetingId: meeting.id, personId: member.id, answer: 'remote' });
  const item = { meetingId: meeting.id, position: 0, title: 'Tour de table', durationMinutes: 30 };
  const { id } = await db.insertInto('agendaItems').values(item).returning('id').executeTakeFirstOrThrow();
  const block: NoteBlock = {
    ...{ type: 'paragraph', id: 'p1', kind: 'text', speakerId: null, assigneeId: null, assignee: '', due: null },
    inline: [{ text: words }],
  };
  await appendBlocks(services, meeting.id, id, [block], organiser.id);
  const scopeOf = async (person: typeof organiser) => {
    const scope = await findMeetingScope(services, viewerOf(person), { id: meeting.id });
    if (!scope) throw new Error('out of sight');
    return scope;
  };
  const publication = await publishMinutes(services, await scopeOf(organiser), viewerOf(organiser), { number: 1 });
  if (!publication.ok) throw new Error(publication.reason);
  const minutes = await db.selectFrom('minutes').select('id').where('meetingId', '=', meeting.id).executeTakeFirstOrThrow();
  const key = { minutesId: minutes.id, number: 1 };
  const version = { slug: meeting.slug, number: 1 };
  const filesFor = async (person: typeof organiser) => {
    const { editions } = await listDownloads(services, await scopeOf(person), version);
    return Object.fromEntries(editions.flatMap(({ edition, files }) => files.map((file) => [`${edition} ${file.format}`, file])));
  };
  const download = async (person: typeof organiser, ending: string) =>
    readDownload(services, await scopeOf(person), { ...version, publishedByName: 'x' }, `${meeting.slug}-v1${ending}`);
  return { meeting, organiser, member, reader, key, version, scopeOf, filesFor, download };
}

/** As if something of the version were for the people concerned only; its files are not queued yet. */
async function addInternalEdition({ minutesId }: { minutesId: string }) {
  const { db } = database;
  const given = await db.selectFrom('minutesVersions').selectAll().where('minutesId', '=', minutesId).executeTakeFirstOrThrow();
  const internalContent = (given.content ?? '').replace('"edition":"public"', '"edition":"internal"');
  await sql`alter table minutes_versions disable trigger all`.execute(db);
  const change = { internalContent, internalSha256: given.sha256 };
  await db.updateTable('minutesVersions').set(change).where('minutesId', '=', minutesId).execute();
  await sql`alter table minutes_versions enable trigger all`.execute(db);
  await db.deleteFrom('minutesFiles').where('minutesId', '=', minutesId).execute();
}

describe('files of published minutes', () => {
  test('are queued with the publication, rendered by the job, and then told with their size and pages', async () => {
    const { organiser, reader, key, filesFor, download } = await published();
    expect(await filesFor(reader)).toMatchObject({
      'public pdf': { state: 'queued' },
      'public docx': { state: 'queued' },
      'public odt': { state: 'queued' },
    });
    expect(await download(reader, '.pdf')).toEqual({ state: 'pending' });
    await renderFiles(services, key);
    const files = await filesFor(organiser);
    expect(files['public pdf']).toMatchObject({ state: 'ready', pages: 1, fault: null });
    expect(files['public docx']).toMatchObject({ state: 'ready', pages: null });
    const pdf = await download(reader, '.pdf');
    expect(pdf).toMatchObject({ state: 'ready', type: 'application/pdf', etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) });
    expect(pdf?.state === 'ready' && pdf.body.length).toBe(files['public pdf']?.size);
    expect(pdf?.state === 'ready' && pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('several nodes that are asked at once render each once', async () => {
    const { key, meeting } = await published();
    const before = services.told.length;
    await Promise.all([1, 2, 3].map(() => renderFiles(services, key)));
    // each file is told twice: begun, done
    expect(services.told.slice(before).filter(({ meetingId }) => meetingId === meeting.id)).toHaveLength(6);
  });

  test('what a process that is gone had begun is taken up at the next start, whole', async () => {
    const { key, reader, filesFor } = await published();
    await database.db.updateTable('minutesFiles').set({ state: 'rendering' }).where('minutesId', '=', key.minutesId).execute();
    const queued: unknown[] = [];
    const jobs = { ...services.jobs, enqueue: async (_trx: unknown, _queue: string, data: unknown) => void queued.push(data) };
    await resumeFiles({ ...services, jobs });
    expect(queued).toContainEqual(key);
    await renderFiles(services, key);
    expect((await filesFor(reader))['public pdf']).toMatchObject({ state: 'ready' });
  });

  test('versions that were published before there were files get theirs at the next start', async () => {
    const { key, reader, filesFor } = await published();
    await database.db.deleteFrom('minutesFiles').where('minutesId', '=', key.minutesId).execute();
    await resumeFiles(services);
    expect(await filesFor(reader)).toMatchObject({ 'public pdf': { state: 'queued' }, 'public odt': { state: 'queued' } });
  });

  test('a document that takes too long or too much memory fails alone; organisers are told why, and only they ask again', async () => {
    const { organiser, member, reader, key, filesFor, scopeOf, download } = await published();
    await renderFiles(services, key, { milliseconds: 1 });
    expect((await filesFor(organiser))['public pdf']).toMatchObject({ state: 'failed', size: null, fault: { reason: 'too-long' } });
    expect((await filesFor(reader))['public pdf']).toMatchObject({ state: 'failed', fault: null });
    expect(await download(reader, '.pdf')).toEqual({ state: 'failed' });
    expect(await retryFiles(services, await scopeOf(member), viewerOf(member), 1)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await retryFiles(services, await scopeOf(organiser), viewerOf(organiser), 1)).toEqual({ ok: true, files: 3 });
    await renderFiles(services, key, { kilobytes: 400_000 });
    expect((await filesFor(organiser))['public pdf']).toMatchObject({ state: 'failed', fault: { reason: 'killed' } });
    await retryFiles(services, await scopeOf(organiser), viewerOf(organiser), 1);
    await renderFiles(services, key);
    expect((await filesFor(organiser))['public pdf']).toMatchObject({ state: 'ready', fault: null });
    expect(await retryFiles(services, await scopeOf(organiser), viewerOf(organiser), 1)).toEqual({ ok: true, files: 0 });
  });

  test('a server that stops begins no further file, and the next start makes what is left', async () => {
    const { key, reader, filesFor } = await published();
    await renderFiles(services, key, { ending: AbortSignal.abort() });
    expect(await filesFor(reader)).toMatchObject({ 'public pdf': { state: 'queued' }, 'public odt': { state: 'queued' } });
    await renderFiles(services, key);
    expect(await filesFor(reader)).toMatchObject({ 'public pdf': { state: 'ready' }, 'public odt': { state: 'ready' } });
  });

  test('missing characters block nothing, and organisers are told of them', async () => {
    const { organiser, reader, key, filesFor } = await published('Bonjour ሀሁ');
    await renderFiles(services, key);
    expect((await filesFor(organiser))['public pdf']).toMatchObject({ state: 'ready', fault: { reason: 'missing', characters: 'ሀሁ' } });
    expect((await filesFor(reader))['public pdf']).toMatchObject({ state: 'ready', fault: null });
  });

  test('a redaction that comes before the job leaves nothing to render, and nothing behind', async () => {
    const { key, reader, download } = await published();
    const gone = { content: null, internalContent: null, redactedAt: services.clock.now().toString() };
    await database.db.updateTable('minutesVersions').set(gone).where('minutesId', '=', key.minutesId).execute();
    await renderFiles(services, key);
    expect(await download(reader, '.pdf')).toEqual({ state: 'pending' });
    expect(await download(reader, '.md')).toBeNull();
  });

  test('those of the internal edition are for the people concerned; a stranger cannot tell whether they exist', async () => {
    const { key, member, organiser, reader, filesFor, download } = await published();
    await addInternalEdition(key);
    await resumeFiles(services);
    await renderFiles(services, key);
    for (const concerned of [member, organiser]) {
      expect((await filesFor(concerned))['internal pdf']).toMatchObject({ state: 'ready' });
      expect(await download(concerned, '-interne.pdf')).toMatchObject({ state: 'ready', name: expect.stringMatching(/-v1-interne\.pdf$/) });
      expect(await download(concerned, '-interne.txt')).toMatchObject({ state: 'ready' });
    }
    expect(Object.keys(await filesFor(reader))).toEqual(['public pdf', 'public docx', 'public odt']);
    for (const ending of ['-interne.pdf', '-interne.docx', '-interne.md', '-interne.json'])
      expect(await download(reader, ending)).toBeNull();
  });
});

describe('a server without Typst', () => {
  beforeEach(() => {
    process.execArgv.unshift(`--import=${path.resolve('tests/minutes/without-typst.mjs')}`);
  });
  afterEach(() => {
    process.execArgv.shift();
  });

  test('makes the other formats, and says that it makes no PDF', async () => {
    const { key, reader, filesFor } = await published();
    await renderFiles(services, key);
    const files = await filesFor(reader);
    expect(files['public pdf']).toMatchObject({ state: 'failed', fault: { reason: 'unavailable' } });
    expect(files['public docx']).toMatchObject({ state: 'ready' });
    expect(files['public odt']).toMatchObject({ state: 'ready' });
  });
});
