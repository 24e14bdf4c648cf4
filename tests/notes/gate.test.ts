import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { NoteLog } from '#server/notes/note-log.ts';

const item = '0190a6b2-0000-7000-8000-000000000001';

/** A page that types without a network; what it made is sent as one update, as after an hour in a train. */
class Device {
  readonly doc = new Y.Doc();
  private sent = Y.encodeStateVector(this.doc);
  readonly section = this.doc.getXmlFragment(sectionName(item));

  paragraph(text: string, at = this.section.length): Y.XmlText {
    const block = new Y.XmlElement('paragraph');
    const content = new Y.XmlText();
    this.doc.transact(() => {
      block.setAttribute('id', crypto.randomUUID());
      content.insert(0, text);
      block.insert(0, [content]);
      this.section.insert(at, [block]);
    });
    return content;
  }

  diff(): Uint8Array {
    const update = Y.encodeStateAsUpdate(this.doc, this.sent);
    this.sent = Y.encodeStateVector(this.doc);
    return update;
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }
}

const newLog = () => new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });

/** Two devices that hold the same line. */
function together(): { log: NoteLog; left: Device; right: Device } {
  const log = newLog();
  const [left, right] = [new Device(), new Device()];
  left.paragraph('Une ligne commune');
  const update = left.diff();
  expect(log.accept(update, 1)).toMatchObject({ ok: true });
  right.receive(update);
  right.diff();
  return { log, left, right };
}

describe('honest writing passes, however it was made', () => {
  test('an hour of two people without a network, at the same place', () => {
    const { log, left, right } = together();
    for (const device of [left, right]) for (let k = 0; k < 400; k += 1) device.paragraph(`Paragraphe ${k}`);
    const [mine, theirs] = [left.diff(), right.diff()];
    expect(log.accept(mine, 1)).toMatchObject({ ok: true });
    expect(log.accept(theirs, 2)).toMatchObject({ ok: true });
    left.receive(theirs);
    right.receive(mine);
    expect(left.section.toString()).toBe(right.section.toString());
    expect(log.document().doc.getXmlFragment(sectionName(item)).toString()).toBe(left.section.toString());
  });

  test('two people who type in one paragraph, letter by letter, forwards and backwards', () => {
    const { log, left, right } = together();
    const lines = [left, right].map((device) => {
      const block: unknown = device.section.get(0);
      const text: unknown = block instanceof Y.XmlElement ? block.get(0) : null;
      if (!(text instanceof Y.XmlText)) throw new Error('The line is not there.');
      return text;
    });
    for (let k = 0; k < 500; k += 1) {
      lines[0]?.insert(3, 'a');
      lines[1]?.insert(lines[1].length, 'b', k % 2 ? { bold: {} } : {});
    }
    expect(log.accept(left.diff(), 1)).toMatchObject({ ok: true });
    expect(log.accept(right.diff(), 2)).toMatchObject({ ok: true });
  });

  test('always writing above what is there', () => {
    const { log, left } = together();
    for (let k = 0; k < 500; k += 1) left.paragraph(`Plus haut ${k}`, 0);
    expect(log.accept(left.diff(), 1)).toMatchObject({ ok: true });
  });

  test('changing a kind a thousand times, deleting all, undoing it', () => {
    const { log, left } = together();
    const undo = new Y.UndoManager(left.section);
    const block: unknown = left.section.get(0);
    for (let k = 0; k < 1000; k += 1) if (block instanceof Y.XmlElement) block.setAttribute('kind', k % 2 ? 'decision' : 'text');
    undo.stopCapturing();
    left.section.delete(0, left.section.length);
    expect(log.accept(left.diff(), 1)).toMatchObject({ ok: true });
    undo.undo();
    expect(log.accept(left.diff(), 1)).toMatchObject({ ok: true });
    expect(log.document().doc.getXmlFragment(sectionName(item)).toString()).toContain('Une ligne commune');
  });

  test('a page of forty thousand letters pasted at once', () => {
    const { log, left } = together();
    left.doc.transact(() => {
      for (let k = 0; k < 400; k += 1) left.paragraph('cent lettres '.repeat(8));
    });
    expect(log.accept(left.diff(), 1)).toMatchObject({ ok: true });
  });

  test('typing on in a block that somebody else deleted meanwhile: kept by nobody, refused by nobody', () => {
    const { log, left, right } = together();
    const line = left.paragraph('À supprimer');
    const update = left.diff();
    right.receive(update);
    right.diff();
    expect(log.accept(update, 1)).toMatchObject({ ok: true });
    right.section.delete(1, 1);
    line.insert(line.length, ', trop tard');
    expect(log.accept(right.diff(), 2)).toMatchObject({ ok: true });
    expect(log.accept(left.diff(), 1)).toMatchObject({ ok: true });
    log.sleep();
    expect(log.document().doc.getXmlFragment(sectionName(item)).toString()).not.toContain('trop tard');
  });

  test('the same update twice, and a diff that begins with what is known', () => {
    const { log, left } = together();
    left.paragraph('Encore');
    const update = left.diff();
    expect(log.accept(update, 1)).toMatchObject({ ok: true });
    expect(log.accept(update, 1)).toMatchObject({ ok: true });
    left.paragraph('Et encore');
    expect(log.accept(Y.encodeStateAsUpdate(left.doc), 1)).toMatchObject({ ok: true });
  });
});

describe('a client id belongs to the person who first wrote under it', () => {
  test('for whatever is added; what is known already may be sent by anybody', () => {
    const { log, left } = together();
    expect(log.accept(Y.encodeStateAsUpdate(left.doc), 2)).toMatchObject({ ok: true });
    left.paragraph('Sous son nom');
    const update = left.diff();
    expect(log.accept(update, 2)).toEqual({ ok: false, reason: 'forged' });
    expect(log.accept(update, 1)).toMatchObject({ ok: true });
  });
});
