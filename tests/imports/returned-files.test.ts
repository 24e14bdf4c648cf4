import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listComplements } from '#db/complements/read.ts';
import { returnMinutes } from '#server/imports/return-minutes.ts';
import { type OrganisedMeeting, organiseMeeting } from '#server/meetings/access.ts';
import { composeMinutes } from '#server/minutes/compose-minutes.ts';
import { bookmarkOf } from '#server/minutes/formats/bookmarks.ts';
import { toDocx } from '#server/minutes/formats/docx.ts';
import { toOdt } from '#server/minutes/formats/odt.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

const facts = { when: 'Lundi 20 juin 2022', line: 'Version 1, publiée.', proof: 'Empreinte : abc', day: (iso: string) => iso };
let viewer: Viewer;
let scope: OrganisedMeeting;
let point: string;

const paragraph = (id: string, text: string, kind: NoteParagraph['kind'] = 'text', speakerId: string | null = null): NoteParagraph => ({
  ...{ type: 'paragraph', id, kind, inline: [{ text }], speakerId, assigneeId: null, assignee: '', due: null },
});

beforeEach(async () => {
  const { db } = database;
  const group = await makeGroup(db);
  const person = await makePerson(db);
  await makeMembership(db, { groupId: group.id, personId: person.id, role: 'organiser' });
  viewer = {
    personId: person.id,
    givenName: person.givenName,
    familyName: person.familyName,
    language: 'fr',
    timeZone: 'Europe/Paris',
    networkOrganiser: false,
  };
  const meeting = await makeMeeting(db, { groupId: group.id });
  const attendance = await makeAttendance(db, { meetingId: meeting.id, personId: person.id });
  const item = await db
    .insertInto('agendaItems')
    .values({ meetingId: meeting.id, title: 'Tour de table', position: 1, durationMinutes: 30 })
    .returning('id')
    .executeTakeFirstOrThrow();
  point = item.id;
  scope = await organiseMeeting(services, viewer, meeting.slug);
  const blocks: NoteBlock[] = [
    paragraph('t1', 'Karim Belhadj, directeur', 'turn', attendance.id),
    paragraph('p1', 'La ville garde son groupe : il est utile.'),
    paragraph('p2', 'Garder le groupe Argentine', 'takeaway'),
    paragraph('p3', 'Une phrase sans histoire.'),
    { type: 'list', ordered: false, items: [[paragraph('p4', 'Un premier élément')], [paragraph('p5', 'Un second élément')]] },
    paragraph('p6', 'Les archives seront ouvertes en mai.', 'decision'),
  ];
  await appendBlocks(services, scope.meetingId, point, blocks, viewer.personId);
});

const exported = async () => Buffer.from(await toDocx((await composeMinutes(services, scope)).content, facts));

/** The file with its text changed, as a word processor would. */
function changed(file: Uint8Array, change: (xml: string) => string, more: Record<string, string> = {}): Buffer {
  const files = unzipSync(file);
  const name = files['word/document.xml'] ? 'word/document.xml' : 'content.xml';
  const rest = Object.fromEntries(Object.entries(more).map(([path, text]) => [path, strToU8(text)]));
  return Buffer.from(zipSync({ ...files, ...rest, [name]: strToU8(change(strFromU8(files[name] ?? new Uint8Array()))) }));
}
const send = (bytes: Uint8Array, from = '') => returnMinutes(services, { viewer, scope, fileName: 'cr corrigé.docx', bytes, from });
const proposals = async () =>
  (await listComplements(database.db, scope, { limit: 100 })).map(
    ({ kind, blockId, baseText, proposed, comment, authorName, reviewId }) => ({
      ...{ kind, blockId, baseText, comment, authorName, reviewId },
      text: proposed && 'inline' in proposed ? proposed.inline.map((run) => run.text).join('') : null,
    }),
  );
/** The whole paragraph of Word that a block became. */
const wordParagraph = (xml: string, id: string) =>
  xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)?.find((one) => one.includes(bookmarkOf(id))) ?? '';

test('our own file, unchanged, says what the minutes say: nothing to decide', async () => {
  expect(await send(await exported())).toEqual({ ok: true, made: 0, again: 0 });
  const odt = await toOdt((await composeMinutes(services, scope)).content, facts);
  expect(await send(odt)).toEqual({ ok: true, made: 0, again: 0 });
});

describe('a file that somebody changed', () => {
  const corrected = async () =>
    changed(await exported(), (xml) =>
      xml
        .replace('il est utile.', 'il est indispensable.')
        .replace(wordParagraph(xml, 'p3'), '<w:p><w:r><w:t>Une phrase tout à fait nouvelle.</w:t></w:r></w:p>'),
    );

  test('words changed, a paragraph gone and one more: proposals, and the notes stay as they are', async () => {
    const before = await readNotesWithin(database.db, scope.meetingId);
    expect(await send(await corrected())).toEqual({ ok: true, made: 3, again: 0 });
    expect(await readNotesWithin(database.db, scope.meetingId)).toEqual(before);
    const file = 'fichier revenu\u00a0: cr corrigé.docx';
    expect(await proposals()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'replace',
          blockId: 'p1',
          baseText: 'La ville garde son groupe : il est utile.',
          text: 'La ville garde son groupe : il est indispensable.',
          authorName: file,
          reviewId: null,
        }),
        expect.objectContaining({ kind: 'insert', blockId: 'p2', text: 'Une phrase tout à fait nouvelle.' }),
        expect.objectContaining({ kind: 'delete', blockId: 'p3', baseText: 'Une phrase sans histoire.' }),
      ]),
    );
  });

  test('sent twice, it makes nothing twice', async () => {
    await send(await corrected());
    expect(await send(await corrected())).toEqual({ ok: true, made: 0, again: 3 });
    expect(await proposals()).toHaveLength(3);
  });

  test('is said to come from whom the form names', async () => {
    await send(await corrected(), 'Odile Garnier');
    expect((await proposals()).map(({ authorName }) => authorName)).toEqual(['Odile Garnier', 'Odile Garnier', 'Odile Garnier']);
  });

  test('the label of a take-away is no word of it', async () => {
    await send(changed(await exported(), (xml) => xml.replaceAll('Garder le groupe Argentine', 'Garder les deux groupes')));
    expect(await proposals()).toMatchObject([
      { kind: 'replace', blockId: 'p2', baseText: 'Garder le groupe Argentine', text: 'Garder les deux groupes' },
    ]);
  });

  test('changed in the synthesis only, it is meant for the paragraph that the synthesis took it from', async () => {
    await send(changed(await exported(), (xml) => xml.replace('Garder le groupe Argentine', 'Garder le groupe Argentine vivant')));
    expect(await proposals()).toMatchObject([{ kind: 'replace', blockId: 'p2', text: 'Garder le groupe Argentine vivant' }]);
  });

  test('an item of a list too', async () => {
    await send(changed(await exported(), (xml) => xml.replace('Un second élément', 'Un autre élément')));
    expect(await proposals()).toMatchObject([{ kind: 'replace', blockId: 'p5', text: 'Un autre élément' }]);
  });

  test('a program that drops bookmarks is no matter: words tell', async () => {
    const bare = changed(await corrected(), (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''));
    expect(await send(bare)).toMatchObject({ ok: true });
    expect((await proposals()).find(({ blockId }) => blockId === 'p1')).toMatchObject({
      kind: 'replace',
      text: 'La ville garde son groupe : il est indispensable.',
    });
  });

  test('in OpenDocument the same', async () => {
    const odt = await toOdt((await composeMinutes(services, scope)).content, facts);
    expect(await send(changed(odt, (xml) => xml.replace('sans histoire', 'sans importance')))).toEqual({ ok: true, made: 1, again: 0 });
    expect(await proposals()).toMatchObject([{ kind: 'replace', blockId: 'p3', text: 'Une phrase sans importance.' }]);
  });
});

describe('tracked changes and comments', () => {
  test('are read with their authors', async () => {
    const file = changed(await exported(), (xml) =>
      xml.replace(
        wordParagraph(xml, 'p3'),
        wordParagraph(xml, 'p3').replace(
          /<w:r>.*<\/w:r>/s,
          '<w:r><w:t xml:space="preserve">Une phrase </w:t></w:r><w:del w:id="90" w:author="Odile Garnier"><w:r><w:delText>sans histoire</w:delText></w:r></w:del><w:ins w:id="91" w:author="Odile Garnier"><w:r><w:t>à garder</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>',
        ),
      ),
    );
    await send(file);
    expect(await proposals()).toMatchObject([
      { kind: 'replace', blockId: 'p3', baseText: 'Une phrase sans histoire.', text: 'Une phrase à garder.', authorName: 'Odile Garnier' },
    ]);
  });

  test('a comment is a proposal to talk', async () => {
    const comments =
      '<w:comments><w:comment w:id="7" w:author="Luc Roy"><w:p><w:r><w:t>À vérifier avec l’ambassade.</w:t></w:r></w:p></w:comment></w:comments>';
    const file = changed(
      await exported(),
      (xml) =>
        xml.replace(
          wordParagraph(xml, 'p6'),
          wordParagraph(xml, 'p6').replace('</w:p>', '<w:r><w:commentReference w:id="7"/></w:r></w:p>'),
        ),
      { 'word/comments.xml': comments },
    );
    expect(await send(file)).toEqual({ ok: true, made: 1, again: 0 });
    expect(await proposals()).toMatchObject([
      { kind: 'comment', blockId: 'p6', comment: 'À vérifier avec l’ambassade.', authorName: 'Luc Roy', text: null },
    ]);
  });
});

describe('what is no file of these minutes', () => {
  test('another document, a PDF, a broken one: refused, each with its reason', async () => {
    const other = changed(await exported(), (xml) =>
      xml.replace(/<w:body>.*<\/w:body>/s, '<w:body><w:p><w:r><w:t>Tout autre chose</w:t></w:r></w:p></w:body>'),
    );
    expect(await send(other)).toEqual({ ok: false, reason: 'other_document' });
    expect(await send(Buffer.from('Du texte'))).toEqual({ ok: false, reason: 'no_word_processor' });
    expect(await send((await exported()).subarray(0, 2000))).toEqual({ ok: false, reason: 'damaged' });
    expect(await proposals()).toEqual([]);
  });

  test('approved minutes take no proposals', async () => {
    await database.db.insertInto('minutes').values({ meetingId: scope.meetingId, state: 'approved' }).execute();
    expect(await send(await exported())).toEqual({ ok: false, reason: 'not_open' });
  });
});

test('a point that is taken away after the file was compared leaves its proposals without a point', async () => {
  const file = changed(await exported(), (xml) => xml.replace('sans histoire', 'à garder'));
  const minutes = await database.db.insertInto('minutes').values({ meetingId: scope.meetingId }).returning('id').executeTakeFirstOrThrow();
  const sending = await database.db.transaction().execute(async (trx) => {
    await trx.selectFrom('minutes').select('id').where('meetingId', '=', scope.meetingId).forUpdate().execute();
    const sent = send(file);
    await vi.waitFor(
      async () => {
        const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
          database.db,
        );
        expect(rows).toHaveLength(1);
      },
      { timeout: 20_000, interval: 50 },
    );
    await trx.deleteFrom('agendaItems').where('id', '=', point).execute();
    return { sent };
  });
  expect(await sending.sent).toEqual({ ok: true, made: 1, again: 0 });
  const rows = await database.db
    .selectFrom('complements')
    .select(['agendaItemId', 'blockId'])
    .where('minutesId', '=', minutes.id)
    .execute();
  expect(rows).toEqual([{ agendaItemId: null, blockId: 'p3' }]);
});
