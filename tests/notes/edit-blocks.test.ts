import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { plainText } from '#app/model/note-runs.ts';
import { type NoteBlock, type NoteParagraph, sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { inTransaction } from '#db/transaction.ts';
import { applyEdits, type BlockEdit } from '#server/notes/apply-edits.ts';
import { editBlocks } from '#server/notes/edit-blocks.ts';
import { elementsOf } from '#server/notes/elements.ts';
import { checkUpdate } from '#server/notes/gate.ts';
import { paragraphsOf } from '#server/notes/project-records.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { Shadow } from '#server/notes/shadow.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { type MeetingWithNotes, meetingWithNotes, openNotesAs } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { HeadlessEditor } from '#tests/support/headless-editor.ts';
import { randomFrom } from '#tests/support/random.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until, useSockets } from '#tests/support/sockets.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services, { idleMs: 20 });
const open: OpenPage[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

const paragraph = (id: string, text: string, more: Partial<NoteParagraph> = {}): NoteParagraph => ({
  ...{ type: 'paragraph', id, kind: 'text', inline: text ? [{ text }] : [], speakerId: null, assigneeId: null, assignee: '', due: null },
  ...more,
});
const NESTED: NoteBlock[] = [
  paragraph('p', 'Avant la liste'),
  { type: 'list', ordered: false, items: [[paragraph('l1', 'Premier point')], [paragraph('l2', 'Deuxième point')]] },
  { type: 'quote', blocks: [paragraph('q', 'Une citation')] },
  { type: 'table', rows: [[{ header: false, blocks: [paragraph('t', 'Une cellule')] }]] },
  paragraph('a', 'Écrire au ministère', { kind: 'action', assignee: 'Awa Diop', due: '2026-12-01' }),
];
const saying = (text: string) => [{ text }];

describe('in a document', () => {
  const SECTION = '00000000-0000-4000-8000-000000000001';
  function documentOf(blocks: readonly NoteBlock[]): Y.Doc {
    const doc = new Y.Doc();
    doc.getXmlFragment(sectionName(SECTION)).push(elementsOf(blocks));
    return doc;
  }
  const read = (doc: Y.Doc) => normalise(doc.getXmlFragment(sectionName(SECTION)));
  const edit = (doc: Y.Doc, ...edits: BlockEdit[]) => doc.transact(() => applyEdits(doc, [SECTION], edits));

  test('a paragraph says something else wherever it stands, under the same id, with its other attributes', () => {
    const doc = documentOf(NESTED);
    const words = new Map([['p', 'Après'], ['l2', 'Deuxième point, précisé'], ['q', 'Une autre citation'], ['t', 'La cellule'], ['a', 'Écrire au ministre']]); // biome-ignore format: one line a table
    expect(edit(doc, ...Array.from(words, ([blockId, text]) => ({ do: 'replace', blockId, inline: saying(text) }) as const))).toBeNull();
    const wanted = JSON.parse(JSON.stringify(NESTED), (_, value) =>
      value?.type === 'paragraph' && words.has(value.id) ? { ...value, inline: saying(words.get(value.id) ?? '') } : value,
    );
    expect(read(doc)).toEqual(wanted);
  });

  test('what a colleague types in the same words meanwhile stays', () => {
    const doc = documentOf([paragraph('p', 'Le groupe-pays Nicaragua ne peut pas perdurer.')]);
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    const block = theirs.getXmlFragment(sectionName(SECTION)).get(0);
    const line = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(line instanceof Y.XmlText)) throw new Error('There is no text there.');
    line.insert(24, ' (créé en 2009)');
    edit(doc, { do: 'replace', blockId: 'p', inline: saying('Le groupe-pays Nicaragua peut difficilement perdurer.') });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
    expect(read(doc)).toEqual([paragraph('p', 'Le groupe-pays Nicaragua (créé en 2009) peut difficilement perdurer.')]);
  });

  test('another kind is an attribute of the same paragraph', () => {
    const doc = documentOf([paragraph('p', 'Le groupe est maintenu')]);
    edit(doc, { do: 'replace', blockId: 'p', inline: saying('Le groupe est maintenu.'), kind: 'decision' });
    expect(read(doc)).toEqual([paragraph('p', 'Le groupe est maintenu.', { kind: 'decision' })]);
  });

  test('a new line of a list is an item of it; what stands by itself comes after the list', () => {
    const doc = documentOf(NESTED);
    edit(
      doc,
      { do: 'insert', agendaItemId: SECTION, after: 'l1', block: paragraph('n1', 'Entre deux') },
      { do: 'insert', agendaItemId: SECTION, after: 'l2', block: paragraph('n2', 'Adopté', { kind: 'decision' }) },
      { do: 'insert', agendaItemId: SECTION, after: 't', block: paragraph('n3', 'Sous la cellule') },
      { do: 'insert', agendaItemId: SECTION, after: 'n1', block: paragraph('n4', 'Puis') },
      { do: 'insert', agendaItemId: SECTION, after: null, block: paragraph('n5', 'À la fin') },
    );
    const [, list, decision, , table, , last] = read(doc);
    expect(list).toMatchObject({ type: 'list', items: [[{ id: 'l1' }], [{ id: 'n1' }], [{ id: 'n4' }], [{ id: 'l2' }]] });
    expect(decision).toMatchObject({ id: 'n2', kind: 'decision' });
    expect(table).toMatchObject({ rows: [[{ blocks: [{ id: 't' }, { id: 'n3' }] }]] });
    expect(last).toMatchObject({ id: 'n5' });
  });

  test('what is inserted is not inserted again', () => {
    const doc = documentOf(NESTED);
    const insertion = { do: 'insert', agendaItemId: SECTION, after: 'p', block: paragraph('n', 'Nouveau') } as const;
    edit(doc, insertion);
    edit(doc, insertion);
    expect(paragraphsOf(read(doc)).filter(({ id }) => id === 'n')).toHaveLength(1);
  });

  test('a deleted line takes its item along, and the last one its list; a cell stays', () => {
    const doc = documentOf(NESTED);
    edit(doc, { do: 'delete', blockId: 'l1' }, { do: 'delete', blockId: 'q' }, { do: 'delete', blockId: 't' });
    expect(read(doc)).toMatchObject([
      { id: 'p' },
      { items: [[{ id: 'l2' }]] },
      { type: 'table', rows: [[{ blocks: [{ id: 't', inline: [] }] }]] },
      { id: 'a' },
    ]);
    edit(doc, { do: 'delete', blockId: 'l2' });
    expect(read(doc)).toHaveLength(3);
  });

  test.each<[string, BlockEdit]>([
    ['block-unknown', { do: 'replace', blockId: 'gone', inline: [] }],
    ['block-unknown', { do: 'insert', agendaItemId: SECTION, after: 'gone', block: paragraph('n', 'x') }],
    ['changed', { do: 'replace', blockId: 'p', inline: [], expected: 'Autre chose' }],
    ['changed', { do: 'delete', blockId: 'l1', expected: 'Autre chose' }],
    ['section-unknown', { do: 'insert', agendaItemId: crypto.randomUUID(), after: null, block: paragraph('n', 'x') }],
  ])('%s', (fault, wrong) => {
    expect(edit(documentOf(NESTED), wrong)).toBe(fault);
  });

  test('beside an editor that does anything at the same moment: its page opens, the gate takes the edit, the words meet', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = randomFrom(seed);
      const doc = documentOf(NESTED);
      const editor = new HeadlessEditor(seed + 1000, SECTION);
      editor.receive(Y.encodeStateAsUpdate(doc));
      const base = Y.encodeStateAsUpdate(doc);
      const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
      for (let times = 0; times < 4; times += 1) editor.change(random);
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      const edits: BlockEdit[] = [
        { do: 'replace', blockId: 'l2', inline: saying('Deuxième point, et plus') },
        { do: 'delete', blockId: 'q' },
        { do: 'insert', agendaItemId: SECTION, after: 'l1', block: paragraph('n', 'Entre deux') },
      ];
      doc.clientID = 7;
      expect(edit(doc, ...edits)).toBeNull();
      const [update] = updates;
      if (!update) throw new Error('Nothing was written.');
      const checked = checkUpdate(update, 1, { clocks, owners: new Map(), sections: new Set([SECTION]) });
      if (!checked.ok) throw new Error(`Seed ${seed}: ${checked.reason}`);
      const shadow = new Shadow([base, ...editor.unsent]);
      expect(shadow.prove(checked.update, clocks, { all: new Set([SECTION]), locked: new Set() }), `seed ${seed}`).toBeNull();
      for (const theirs of editor.unsent) Y.applyUpdate(doc, theirs);
      editor.receive(update);
      expect(normalise(editor.section), `seed ${seed}`).toEqual(read(doc));
    }
  });
});

describe('in the stored notes', () => {
  async function notesOf(place: MeetingWithNotes): Promise<NoteBlock[]> {
    return normalise((await readDocument(services.db, place.meeting.id)).getXmlFragment(sectionName(place.first)));
  }
  async function edit({ meeting, organiser }: MeetingWithNotes, ...edits: BlockEdit[]) {
    const answer = await inTransaction(services.db, (trx) =>
      editBlocks(trx, services, { meetingId: meeting.id, edits, authorPersonId: organiser.id }),
    );
    if (answer.ok) await answer.afterCommit();
    return answer;
  }
  async function placeWithNotes() {
    const place = await meetingWithNotes(services);
    await appendBlocks(services, place.meeting.id, place.first, NESTED, place.organiser.id);
    return place;
  }

  test('records follow, and pages that have them open see it while they type in the same paragraph', async () => {
    const place = await placeWithNotes();
    const awa = await openNotesAs(services, server, place.meeting.id, place.writer.id);
    open.push(awa);
    const action = awa.section(place.first).get(4);
    const line = action instanceof Y.XmlElement ? action.get(0) : null;
    if (!(line instanceof Y.XmlText)) throw new Error('There is no text there.');
    const typing = setInterval(() => line.insert(line.length, '.'), 1);
    await edit(place, { do: 'replace', blockId: 'a', inline: saying('Écrire à la ministre') });
    await until('Awa sees it', () => awa.text(place.first).includes('ministre'));
    clearInterval(typing);
    await until('what Awa typed is saved', () => awa.unsaved.size === 0);
    expect(awa.refusals).toEqual([]);
    const stored = paragraphsOf(await notesOf(place)).find(({ id }) => id === 'a');
    const text = plainText(stored?.inline ?? []);
    expect(text.replaceAll('.', '')).toBe('Écrire à la ministre');
    expect(text).toBe(line.toString());
    await until('the record follows', async () => {
      const record = await services.db.selectFrom('noteRecords').select('body').where('blockId', '=', 'a').where('meetingId', '=', place.meeting.id).executeTakeFirst(); // biome-ignore format: one question
      return record?.body.includes('ministre') ?? false;
    });
  });

  test('locked points too; all of the edits or none', async () => {
    const place = await placeWithNotes();
    await services.db
      .insertInto('noteLocks')
      .values({ agendaItemId: place.first, lockedBy: place.organiser.id, lockedAt: '2026-11-21T10:00:00Z' })
      .execute();
    const before = await notesOf(place);
    const wrong = [
      { do: 'delete', blockId: 'p' },
      { do: 'delete', blockId: 'gone' },
    ] as const;
    expect(await edit(place, ...wrong)).toEqual({ ok: false, reason: 'block-unknown' });
    expect(await notesOf(place)).toEqual(before);
    expect(await edit(place, { do: 'delete', blockId: 'p' })).toMatchObject({ ok: true });
    expect(paragraphsOf(await notesOf(place)).map(({ id }) => id)).toEqual(['l1', 'l2', 'q', 't', 'a']);
  });

  test('nothing is written when the caller’s transaction fails', async () => {
    const place = await placeWithNotes();
    const before = await notesOf(place);
    const { meeting, organiser } = place;
    const failing = inTransaction(services.db, async (trx) => {
      await editBlocks(trx, services, { meetingId: meeting.id, edits: [{ do: 'delete', blockId: 'p' }], authorPersonId: organiser.id });
      throw new Error('the rest failed');
    });
    await expect(failing).rejects.toThrow('the rest failed');
    expect(await notesOf(place)).toEqual(before);
  });

  test('two at once that expect the same words: one is told that they changed', async () => {
    const place = await placeWithNotes();
    const say = (text: string) => edit(place, { do: 'replace', blockId: 'p', inline: saying(text), expected: 'Avant la liste' });
    const answers = await Promise.all([say('Une'), say('Deux')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed' });
  });
});
