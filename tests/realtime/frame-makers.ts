import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { ATTRIBUTES, MARKS, NODES, sectionName } from '#app/model/notes.ts';
import { HeadlessEditor } from '#tests/support/headless-editor.ts';
import { oneOf, type Random } from '#tests/support/random.ts';
import { ATTACKS, element, updateOf } from './hostile-updates.ts';

// What fuzz.test.ts sends: honest and hostile updates whose bytes are changed, and updates that are well formed and say anything.

/** An update that is cut, has bytes changed, doubled, left out, or is spliced with another. */
export function mutate(update: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const bytes = [...update];
  for (let change = 0; change <= random(4); change += 1) {
    const at = random(bytes.length + 1);
    const how = random(6);
    if (how === 0) bytes.splice(at);
    else if (how === 1) bytes.splice(at, random(4));
    else if (how === 2) bytes.splice(at, 0, ...bytes.slice(at, at + random(16)));
    else if (how === 3) bytes.splice(at, random(8), ...other.slice(random(other.length)));
    else if (how === 4) bytes[at] = [0, 1, 127, 128, 255][random(5)] ?? 0;
    else bytes[at] = random(256);
  }
  return Uint8Array.from(bytes);
}

/** Honest and hostile updates to begin from, for somebody who holds `state`. */
export function seedsOf(state: Uint8Array, section: string): Uint8Array[] {
  const seeds = [
    updateOf(state, section, (fragment) => fragment.push([new Y.XmlElement('paragraph')])),
    updateOf(state, section, (fragment) => fragment.delete(0, 1)),
    updateOf(state, section, (fragment) => {
      const block: unknown = fragment.get(0);
      if (!(block instanceof Y.XmlElement)) return;
      block.setAttribute('kind', 'decision');
      const text: unknown = block.get(0);
      if (text instanceof Y.XmlText) text.insert(1, 'é\u{1F600}', { bold: {} });
    }),
  ];
  if (state.length < 10_000) seeds.push(state);
  for (const { change } of ATTACKS) seeds.push(updateOf(state, section, change));
  return seeds;
}

/** Documents to attack: one line; one of everything, by two people; what is left of an edited one; one with a very long text. */
export const BASES: Readonly<Record<string, (agendaItemId: string, random: Random) => Y.Doc>> = {
  line: (item) => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    doc.getXmlFragment(sectionName(item)).push([element('paragraph', new Y.XmlText('Une ligne honnête'))]);
    return doc;
  },
  everything: (item) => {
    const doc = new Y.Doc();
    const section = doc.getXmlFragment(sectionName(item));
    const line = (text: string) => element('paragraph', new Y.XmlText(text));
    doc.clientID = 1;
    section.push([
      line('Une ligne honnête'),
      element(
        'bulletList',
        element('listItem', line('un')),
        element('listItem', line('deux'), element('orderedList', element('listItem'))),
      ),
      element('blockquote', line('cité')),
    ]);
    doc.clientID = 2;
    section.insert(1, [
      element('table', element('tableRow', element('tableHeader', line('a')), element('tableCell', line('b'))), element('tableRow')),
      element('heading', new Y.XmlText('Titre')),
      element('horizontalRule'),
    ]);
    section.delete(4, 1);
    return doc;
  },
  edited: (item, random) => {
    const [one, two] = [new HeadlessEditor(1, item), new HeadlessEditor(2, item)];
    for (let k = 0; k < 120; k += 1) {
      (random(2) ? one : two).change(random);
      if (k % 7 > 0) continue;
      for (const update of one.unsent.splice(0)) two.receive(update);
      for (const update of two.unsent.splice(0)) one.receive(update);
    }
    for (const update of two.unsent) one.receive(update);
    one.section.insert(0, [element('paragraph', new Y.XmlText('Une ligne honnête'))]);
    return one.doc;
  },
  long: (item) => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    const text = new Y.XmlText();
    doc.getXmlFragment(sectionName(item)).push([element('paragraph', text)]);
    text.insert(0, 'mot '.repeat(4000));
    for (let k = 0; k < 50; k += 1) text.insert(k * 30, 'x', k % 3 ? {} : { bold: {} });
    return doc;
  },
};

/** What two editors send while they write in a document. */
export function sessionOn(state: Uint8Array, item: string, random: Random): Uint8Array[] {
  const editor = new HeadlessEditor(3, item);
  editor.receive(state);
  editor.unsent = [];
  for (let k = 0; k < 30; k += 1) editor.change(random);
  return editor.unsent;
}

/** Nothing that is well formed is too odd. An item of every sort, anywhere, beside anything, from one client that continues or begins. */
export function forge(doc: Y.Doc, section: string, random: Random): Uint8Array {
  const clients = [...doc.store.clients.keys()];
  const client = random(3) ? 3 : random(2) ? 4 : oneOf(clients, random);
  const start = Y.getState(doc.store, client);
  const count = random(5);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count > 0 ? 1 : 0);
    if (count > 0) {
      for (const number of [count, client, start]) encoding.writeVarUint(encoder, number);
      let clock = start;
      for (let k = 0; k < count; k += 1) clock += writeItem(encoder, { doc, section, random, client, clock });
    }
    writeDeletions(encoder, doc, random);
  });
}

interface Place {
  doc: Y.Doc;
  section: string;
  random: Random;
  client: number;
  clock: number;
}

/** Of the document, or of what this update brings. */
function anyId({ doc, random, client, clock }: Place): Y.ID {
  const own = random(3) === 0 && clock > 0;
  const chosen = own ? client : oneOf([...doc.store.clients.keys()], random);
  const end = own ? clock : Y.getState(doc.store, chosen);
  return Y.createID(chosen, Math.max(0, random(2) ? random(Math.max(1, end)) : end - 1 - random(3)));
}

function writeId(encoder: encoding.Encoder, id: Y.ID): void {
  encoding.writeVarUint(encoder, id.client);
  encoding.writeVarUint(encoder, id.clock);
}

/** Gives the length of what it wrote. */
function writeItem(encoder: encoding.Encoder, place: Place): number {
  const { random, section } = place;
  const [origin, rightOrigin, sub] = [random(2), random(3) === 0, random(4) === 0];
  const kind = oneOf([1, 4, 4, 6, 7, 7, 7, 8], random);
  encoding.writeUint8(encoder, kind | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (sub ? 0x20 : 0));
  if (origin) writeId(encoder, anyId(place));
  if (rightOrigin) writeId(encoder, anyId(place));
  if (!origin && !rightOrigin) {
    const named = random(3) === 0;
    encoding.writeVarUint(encoder, named ? 1 : 0);
    if (named) encoding.writeVarString(encoder, section);
    else writeId(encoder, anyId(place));
    if (sub) encoding.writeVarString(encoder, anyAttribute(random));
  }
  return writeContent(encoder, kind, random);
}

const anyAttribute = (random: Random) => oneOf([...Object.values(ATTRIBUTES).flat(), 'nodeName', '__proto__'], random);
const anyValue = (random: Random): unknown =>
  oneOf([null, undefined, '', 'decision', 'x'.repeat(600), 0, 1, 2, -1, 1.5, 1e9, Number.NaN, true, [1], [], { a: 1 }, 3n], random);

function writeContent(encoder: encoding.Encoder, kind: number, random: Random): number {
  switch (kind) {
    case 1: {
      const length = 1 + random(3);
      encoding.writeVarUint(encoder, length);
      return length;
    }
    case 4: {
      const text = oneOf(['é', 'abc', '\u{1F600}', '\uD83D', 'a\nb', '\u0000'], random);
      encoding.writeVarString(encoder, text);
      return text.length;
    }
    case 6:
      encoding.writeVarString(encoder, oneOf([...MARKS, 'bold--AAAAAAAA', 'link--abcdefgh', 'ychange'], random));
      encoding.writeVarString(encoder, oneOf(['null', '{}', '{"href":"https://x.example"}', '{"href":null}', '1', '[]'], random));
      return 1;
    case 7: {
      const type = oneOf([3, 3, 3, 3, 6, 6, 4, 2], random);
      encoding.writeVarUint(encoder, type);
      if (type === 3) encoding.writeVarString(encoder, oneOf(NODES, random));
      return 1;
    }
    default: {
      const length = 1 + (random(4) === 0 ? 1 : 0);
      encoding.writeVarUint(encoder, length);
      for (let k = 0; k < length; k += 1) encoding.writeAny(encoder, anyValue(random) as never);
      return length;
    }
  }
}

function writeDeletions(encoder: encoding.Encoder, doc: Y.Doc, random: Random): void {
  const clients = [...doc.store.clients.keys()].filter(() => random(3) === 0);
  encoding.writeVarUint(encoder, clients.length);
  for (const client of clients) {
    const end = Y.getState(doc.store, client);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    const clock = random(end);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, 1 + random(Math.min(6, end - clock)));
  }
}
