import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_UPDATE_BYTES, sectionName } from '#app/model/notes.ts';
import { decodeParts, encodeParts } from '#app/model/notes-frames.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { HeadlessEditor } from '#tests/support/headless-editor.ts';
import { type Random, randomFrom, SEED } from '#tests/support/random.ts';

const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 500);
const RUNS = Number(process.env.FUZZ_RUNS ?? 1);
const item = '0190a6b2-0000-7000-8000-000000000001';

/** The notes of a meeting without sockets or database: every update is saved at once, each in a row of its own. */
class Meeting {
  private readonly log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });
  private readonly sent: { by: HeadlessEditor; update: Uint8Array }[] = [];
  private readonly read = new Map<HeadlessEditor, number>();
  private readonly random: Random;
  readonly editors: HeadlessEditor[] = [];

  constructor(random: Random) {
    this.random = random;
    for (const author of [1, 2, 3]) this.open(author);
  }

  /** Somebody opens the notes, or loads the page anew: from what is on disk. */
  open(author: number): void {
    const editor = new HeadlessEditor(author * 1000 + this.random(1000), item);
    const { base, tail } = this.log.since(null);
    editor.doc.transact(() => {
      if (base.length > 0) editor.receive(base);
      for (const { update } of decodeParts(tail)) editor.receive(update);
    }, 'server');
    this.editors[author - 1] = editor;
    this.read.set(editor, this.sent.length);
  }

  /** Each key, or all of them merged as after a time without a network. */
  send(author: number, when: string): void {
    const editor = this.editors[author - 1];
    if (!editor) return;
    const merged = editor.unsent.length > 1 && this.random(2) ? Y.mergeUpdates(editor.unsent) : null;
    const updates = merged && merged.length <= MAX_UPDATE_BYTES ? [merged] : editor.unsent;
    editor.unsent = [];
    for (const update of updates) {
      const answer = this.log.accept(update, author);
      if (!answer.ok) expect(answer, when).toMatchObject({ ok: true });
      else this.log.saved({ id: this.sent.length + 1, body: encodeParts([{ author, n: 1, update }]) }, [answer.update]);
      this.sent.push({ by: editor, update });
    }
  }

  catchUp(editor: HeadlessEditor): void {
    for (const { by, update } of this.sent.slice(this.read.get(editor))) if (by !== editor) editor.receive(update);
    this.read.set(editor, this.sent.length);
  }

  compact(): void {
    const snapshot = this.log.snapshot();
    if (snapshot) this.log.compacted(snapshot);
  }

  sleep(): void {
    this.log.sleep();
  }

  /** What arrives makes Yjs take out formats that say nothing, which is writing as well: until nobody has anything to send. */
  settle(): void {
    for (let turn = 0; turn < 20; turn += 1) {
      for (const author of [1, 2, 3]) this.send(author, 'at the end');
      for (const editor of this.editors) this.catchUp(editor);
      if (this.editors.every(({ unsent }) => unsent.length === 0)) return;
    }
  }

  /** What each of them, somebody who comes now, and the server make of it all. */
  texts(): string[] {
    this.compact();
    this.open(4);
    const all = this.editors.map(({ section }) => section.toString());
    return [...all, this.log.document().doc.getXmlFragment(sectionName(item)).toString()];
  }
}

function write(seed: number): void {
  const random = randomFrom(seed);
  const meeting = new Meeting(random);
  for (let round = 0; round < ROUNDS; round += 1) {
    const author = 1 + random(3);
    const editor = meeting.editors[author - 1];
    if (!editor) return;
    editor.change(random);
    if (random(4) === 0) meeting.send(author, `seed ${seed}, change ${round}`);
    if (random(6) === 0) meeting.catchUp(editor);
    if (random(50) === 0) meeting.sleep();
    if (random(80) === 0) meeting.compact();
    if (random(100) === 0) {
      meeting.send(author, `seed ${seed}, change ${round}`);
      meeting.open(author);
    }
  }
  meeting.settle();
  expect(new Set(meeting.texts()).size, `seed ${seed}`).toBe(1);
}

describe('three editors that do what editors do, at once and apart, while the log is compacted and pages are loaded anew', () => {
  // where undo named neighbours in the wrong order (undo-in-order.ts)
  test.each([1, 2, 3, 6, 2_113_140_260])('none is refused, and all end with the same (FUZZ_SEED=%d)', { timeout: 60_000 }, write);

  test(`${RUNS} times ${ROUNDS} changes (FUZZ_SEED=${SEED})`, { timeout: 3_600_000 }, () => {
    for (let run = 0; run < RUNS; run += 1) write(SEED + run);
  });
});
