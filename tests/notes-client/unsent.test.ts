import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_UPDATE_BYTES, sectionName } from '#app/model/notes.ts';
import { sectionsOf, withoutSections } from '#app/notes/unsent/sections-of-update.ts';
import { splitUpdate } from '#app/notes/unsent/split-update.ts';
import { blockIdsOf, textOfUpdates } from '#app/notes/unsent/unsent-text.ts';
import { NoteLog } from '#server/notes/note-log.ts';

const [FIRST, SECOND, THIRD] = ['1', '2', '3'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [string, string, string];
const POINTS = [FIRST, SECOND];

/** A document as an open page holds it, and what it would send. */
function writer() {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) updates.push(update);
  });
  const section = (id: string) => doc.getXmlFragment(sectionName(id));
  const write = (agendaItemId: string, ...texts: string[]) =>
    doc.transact(() => {
      for (const text of texts) {
        const block = new Y.XmlElement('paragraph');
        section(agendaItemId).push([block]);
        block.insert(0, [new Y.XmlText(text)]);
        for (const [name, value] of Object.entries({ id: crypto.randomUUID(), kind: 'text' })) block.setAttribute(name, value);
      }
    });
  return { doc, updates, section, write };
}

const textIn = (doc: Y.Doc, agendaItemId: string) =>
  doc
    .getXmlFragment(sectionName(agendaItemId))
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? block.toArray().join('') : ''));

/** The server's judge of a meeting that has the two points; throws at a refusal. */
function server() {
  const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: POINTS });
  return {
    take(updates: readonly Uint8Array[]) {
      for (const update of updates) {
        const answer = log.accept(update, 1);
        if (!answer.ok) throw new Error(answer.reason);
      }
    },
    get doc() {
      return log.document().doc;
    },
  };
}

describe('A change that is too large to send at once', () => {
  test('leaves in parts that the server takes one by one, cut between blocks, and is the same in the end', () => {
    const page = writer();
    const lines = Array.from({ length: 4000 }, (_, index) => `Ligne ${index} : ${'mot '.repeat(30)}`);
    page.write(FIRST, ...lines);
    const [update] = page.updates;
    if (!update) throw new Error('Nothing was written.');
    expect(update.byteLength).toBeGreaterThan(2 * MAX_UPDATE_BYTES);
    const parts = splitUpdate(page.doc, update);
    expect(Math.max(...parts.map(({ byteLength }) => byteLength))).toBeLessThan(MAX_UPDATE_BYTES / 2);
    const judge = server();
    for (const part of parts) {
      judge.take([part]);
      const shown = textIn(judge.doc, FIRST);
      expect(shown).toEqual(lines.slice(0, shown.length));
    }
    expect(textIn(judge.doc, FIRST)).toEqual(lines);
  });

  test('is cut inside a block only when the block alone is too large, and never inside a character', () => {
    const page = writer();
    const text = `x${'😀'.repeat(150_000)}`;
    page.write(FIRST, text);
    const judge = server();
    const parts = page.updates.flatMap((update) => splitUpdate(page.doc, update));
    expect(parts.length).toBeGreaterThan(5);
    judge.take(parts);
    expect(textIn(judge.doc, FIRST)).toEqual([text]);
  });

  test('with deletions in it deletes in the end', () => {
    const page = writer();
    page.write(FIRST, 'a', 'b', 'c');
    page.updates.length = 0;
    page.doc.transact(() => {
      page.section(FIRST).delete(0, 3);
      page.write(FIRST, ...Array.from({ length: 3000 }, () => 'nouveau'));
    });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(page.doc));
    const before = writer();
    before.write(FIRST, 'reste');
    const judge = server();
    judge.take([Y.encodeStateAsUpdate(page.doc)].flatMap((update) => splitUpdate(page.doc, update)));
    expect(textIn(judge.doc, FIRST)).toEqual(textIn(other, FIRST));
  });

  test('that is small is sent as it is', () => {
    const page = writer();
    page.write(FIRST, 'court');
    expect(page.updates.flatMap((update) => splitUpdate(page.doc, update))).toEqual(page.updates);
  });
});

describe('What may not go leaves the rest', () => {
  test('an update without some sections keeps its clocks whole: the server takes it, and what follows', () => {
    const page = writer();
    page.write(FIRST, 'Ici, c’est ouvert.');
    page.write(THIRD, 'Là, c’est fermé.');
    page.write(SECOND, 'Ici aussi.');
    page.section(THIRD).delete(0, 1);
    page.write(FIRST, 'La suite.');
    expect(page.updates.map((update) => [...sectionsOf(page.doc, update)])).toEqual([[FIRST], [THIRD], [SECOND], [THIRD], [FIRST]]);
    const judge = server();
    expect(() => server().take(page.updates)).toThrow('section-unknown');
    judge.take(page.updates.map((update) => withoutSections(page.doc, update, new Set([THIRD]))));
    expect(textIn(judge.doc, FIRST)).toEqual(['Ici, c’est ouvert.', 'La suite.']);
    expect(textIn(judge.doc, SECOND)).toEqual(['Ici aussi.']);
    expect(judge.doc.share.has(sectionName(THIRD))).toBe(false);
  });

  test('one update that writes in several sections is cut the same way', () => {
    const page = writer();
    page.doc.transact(() => {
      page.write(THIRD, 'Fermé.');
      page.write(FIRST, 'Ouvert.');
    });
    const judge = server();
    judge.take(page.updates.map((update) => withoutSections(page.doc, update, new Set([THIRD]))));
    expect(textIn(judge.doc, FIRST)).toEqual(['Ouvert.']);
  });
});

describe('The text that is given back', () => {
  test('is that of the blocks that were written in, by point, in the order of the agenda', () => {
    const page = writer();
    page.write(SECOND, 'Deux.');
    page.write(FIRST, 'Un.');
    page.write(THIRD, 'Trois.');
    expect(textOfUpdates(page.doc, page.updates, POINTS)).toEqual([
      { agendaItemId: FIRST, text: 'Un.' },
      { agendaItemId: SECOND, text: 'Deux.' },
      { agendaItemId: THIRD, text: 'Trois.' },
    ]);
    expect(page.updates.flatMap((update) => blockIdsOf(page.doc, update)).length).toBe(3);
  });

  test('leaves out what was on the server already, and what its author deleted', () => {
    const page = writer();
    page.write(FIRST, 'Sur le serveur.', 'Sur le serveur aussi, ');
    page.updates.length = 0;
    const block = page.section(FIRST).get(1);
    const line = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(line instanceof Y.XmlText)) throw new Error('A line was wanted.');
    line.insert(line.length, 'et ceci non.');
    page.write(SECOND, 'Écrit, puis effacé.');
    page.section(SECOND).delete(0, 1);
    expect(textOfUpdates(page.doc, page.updates, POINTS)).toEqual([{ agendaItemId: FIRST, text: 'Sur le serveur aussi, et ceci non.' }]);
  });

  test('holds the words of a block that somebody else deleted', () => {
    const page = writer();
    page.write(FIRST, 'Le bloc ');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(page.doc));
    page.updates.length = 0;
    const block = page.section(FIRST).get(0);
    const line = block instanceof Y.XmlElement ? block.get(0) : null;
    if (line instanceof Y.XmlText) line.insert(line.length, 'que voici');
    other.getXmlFragment(sectionName(FIRST)).delete(0, 1);
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other));
    expect(textOfUpdates(page.doc, page.updates, POINTS).map(({ text }) => text)).toEqual(['que voici']);
  });

  test('holds the words that have no place: what stood before them is missing', () => {
    const page = writer();
    page.write(FIRST, 'Perdu. ');
    const block = page.section(FIRST).get(0);
    const line = block instanceof Y.XmlElement ? block.get(0) : null;
    if (line instanceof Y.XmlText) line.insert(line.length, 'Retrouvé.');
    const next = new Y.Doc();
    const [, second] = page.updates;
    if (!second) throw new Error('Two updates were wanted.');
    Y.applyUpdate(next, second);
    expect(textOfUpdates(next, [second], POINTS)).toEqual([{ agendaItemId: '', text: 'Retrouvé.' }]);
  });
});
