import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import type { Database } from '#db/client.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import type { TestServices } from '#tests/support/services.ts';
import { connect, OpenPage, openSocket, signIn } from '#tests/support/sockets.ts';

export type Random = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Edit {
  word: string;
  what: 'written' | 'deleted';
}

/** More is not typed while nothing is acknowledged. */
const MOST_UNSAVED = 80;

/** Somebody who types words that nobody else types, here and there in the last lines of a section, and takes some back. */
export class Typist {
  readonly page: OpenPage;
  private readonly personId: string;
  private readonly section: string;
  private readonly name: string;
  private readonly random: Random;
  private readonly edits = new Map<number, Edit>();
  private isMoving = false;

  constructor({
    page,
    personId,
    section,
    name,
    random,
  }: { page: OpenPage; personId: string; section: string; name: string; random: Random }) {
    this.page = page;
    this.personId = personId;
    this.section = section;
    this.name = name;
    this.random = random;
  }

  get acknowledged(): number {
    return this.edits.size - [...this.edits.keys()].filter((n) => this.page.unsaved.has(n)).length;
  }

  get edited(): number {
    return this.edits.size;
  }

  /** One edit, if it is time for one. */
  type(): void {
    if (this.isMoving || this.page.unsaved.size >= MOST_UNSAVED) return;
    const line = this.random() < 0.05 ? null : this.someLine();
    const text = line?.toString() ?? '';
    const own = [...text.matchAll(new RegExp(`\\[${this.name}\\d+\\]`, 'g'))];
    const back = own[Math.floor(this.random() * own.length)];
    if (line && back && this.random() < 0.15) {
      line.delete(back.index, back[0].length);
      this.edits.set(this.page.n, { word: back[0], what: 'deleted' });
      return;
    }
    const word = `[${this.name}${this.page.n}]`;
    const gaps = [0, ...[...text.matchAll(/\]/g)].map(({ index }) => index + 1)];
    if (line) line.insert(gaps[Math.floor(this.random() * gaps.length)] ?? 0, word);
    else this.page.write(this.section, word);
    this.edits.set(this.page.n, { word, what: 'written' });
  }

  /** Goes on with the same document at another server. Nothing is typed between the question and its answer. */
  async moveTo(services: TestServices, url: string): Promise<void> {
    this.isMoving = true;
    const socket = openSocket(url, { cookie: await signIn(services, this.personId) });
    const answer = await connect(socket);
    if (answer !== 'connected') throw new Error(`The connection was refused: ${answer}.`);
    this.page.moveTo(socket);
    const opened = await this.page.open();
    if (!opened.ok) throw new Error(`The notes were not opened: ${opened.reason}.`);
    this.isMoving = false;
  }

  /** Acknowledged edits that a text does not show. */
  lostIn(text: string): Edit[] {
    const edits = [...this.edits];
    const takenBack = new Set(edits.filter(([, { what }]) => what === 'deleted').map(([, { word }]) => word));
    return edits
      .filter(([n, { word, what }]) => {
        if (this.page.unsaved.has(n)) return false;
        return what === 'deleted' ? text.includes(word) : !takenBack.has(word) && !text.includes(word);
      })
      .map(([, edit]) => edit);
  }

  /** Words of this person that a text shows more than once, or not although they were not taken back. */
  wrongIn(text: string): string[] {
    const kept = new Map([...this.edits.values()].map(({ word, what }) => [word, what === 'written']));
    return [...kept].filter(([word, isKept]) => text.split(word).length - 1 !== (isKept ? 1 : 0)).map(([word]) => word);
  }

  private someLine(): Y.XmlText | null {
    const lines = this.page.section(this.section).toArray().slice(-4);
    const block = lines[Math.floor(this.random() * lines.length)];
    const text = block instanceof Y.XmlElement ? block.get(0) : null;
    return text instanceof Y.XmlText ? text : null;
  }
}

export async function openTypist(
  services: TestServices,
  {
    url,
    meetingId,
    personId,
    section,
    name,
    random,
  }: { url: string; meetingId: string; personId: string; section: string; name: string; random: Random },
): Promise<Typist> {
  const socket = openSocket(url, { cookie: await signIn(services, personId) });
  const answer = await connect(socket);
  if (answer !== 'connected') throw new Error(`The connection was refused: ${answer}.`);
  const page = new OpenPage(socket, meetingId);
  await page.open();
  return new Typist({ page, personId, section, name, random });
}

/** What the database holds of a section, whatever any process remembers. */
export async function storedText(db: Database, meetingId: string, agendaItemId: string): Promise<string> {
  const document = await readDocument(db, meetingId);
  return document
    .getXmlFragment(sectionName(agendaItemId))
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? block.toArray().join('') : ''))
    .join('\n');
}
