import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_UPDATE_BYTES, sectionName } from '#app/model/notes.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { HeadlessEditor } from '#tests/support/headless-editor.ts';
import { randomFrom, SEED } from '#tests/support/random.ts';

const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 600);
const item = '0190a6b2-0000-7000-8000-000000000001';

describe(`three editors that do what editors do (FUZZ_SEED=${SEED})`, () => {
  test(`${ROUNDS} changes, at once and apart: none is refused, and all end with the same`, { timeout: 60_000 }, () => {
    const random = randomFrom(SEED);
    const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });
    const editors = [new HeadlessEditor(1001, item), new HeadlessEditor(1002, item), new HeadlessEditor(1003, item)];
    const sent: { by: HeadlessEditor; update: Uint8Array }[] = [];
    const read = new Map(editors.map((editor) => [editor, 0]));
    const catchUp = (editor: HeadlessEditor) => {
      for (const { by, update } of sent.slice(read.get(editor))) if (by !== editor) editor.receive(update);
      read.set(editor, sent.length);
    };
    const send = (editor: HeadlessEditor, author: number, round: number) => {
      // each key, or all of them merged as after a time without a network
      const merged = editor.unsent.length > 1 && random(2) ? Y.mergeUpdates(editor.unsent) : null;
      const updates = merged && merged.length <= MAX_UPDATE_BYTES ? [merged] : editor.unsent;
      editor.unsent = [];
      for (const update of updates) {
        expect(log.accept(update, author), `change ${round}`).toMatchObject({ ok: true });
        sent.push({ by: editor, update });
      }
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const which = random(editors.length);
      const editor = editors[which];
      if (!editor) continue;
      editor.change(random);
      if (random(4) === 0) send(editor, which + 1, round);
      if (random(6) === 0) catchUp(editor);
      if (random(50) === 0) log.sleep();
    }
    // what arrives makes Yjs take out formats that say nothing, which is writing as well: until nobody has anything to send
    for (let turn = 0; turn < 10 && editors.some((editor) => editor.unsent.length > 0 || read.get(editor) !== sent.length); turn += 1) {
      for (const [which, editor] of editors.entries()) send(editor, which + 1, ROUNDS);
      for (const editor of editors) catchUp(editor);
    }
    // what the bindings mend as they read (two who delete the last items of a list) is honest too
    const texts = new Set(editors.map((editor) => editor.section.toString()));
    expect(texts.size).toBe(1);
    expect(log.document().doc.getXmlFragment(sectionName(item)).toString()).toBe([...texts][0]);
  });
});
