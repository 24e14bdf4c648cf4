import type * as Y from 'yjs';
import { localePath } from '#app/locale.ts';
import { attributionOf, clientsIn } from '#app/model/note-attribution.ts';
import { sectionName } from '#app/model/notes.ts';
import { anchorOf } from '../live-point.ts';
import type { Room } from '../room.ts';
import type { KnownWriters, Writer } from './known-writers.ts';

/** Who wrote a block, and where it stands. */
export interface WrittenBlock {
  key: string;
  /** How it begins, for those who hear the page. */
  text: string;
  /** Of the section, in pixels. */
  top: number;
  height: number;
  /** Whoever wrote most first; null: nobody knows. */
  writers: (Writer | null)[];
}

/** Of each section that the page shows: its element, and its blocks that hold words. */
export interface WrittenSection {
  agendaItemId: string;
  element: HTMLElement;
  blocks: WrittenBlock[];
}

export interface WatchOptions {
  room: Room;
  slug: string;
  personId: string;
  agendaItemIds(): readonly string[];
  show(sections: WrittenSection[]): void;
}

const DRAW_EVERY_MS = 250;
const ASK_EVERY_MS = 2000;
const BEGINNING = 60;

/**
 * Tells who wrote each block, as it is being written, until it is stopped. What is told is read from the page's own document;
 * whose a client id is comes from the server, asked again when one appears that is not known, every two seconds at most.
 */
export function watchWriters({ room, slug, personId, agendaItemIds, show }: WatchOptions): () => void {
  const { doc } = room.connection;
  let clients = new Map<number, number>();
  let people = new Map<number, Writer>();
  const asked = new Set<number>();
  let drawTimer: ReturnType<typeof setTimeout> | null = null;
  let askTimer: ReturnType<typeof setTimeout> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let stopped = false;

  const authorOf = (client: number) => {
    const known = clients.get(client);
    if (known !== undefined || client !== doc.clientID) return known ?? null;
    return [...people.values()].find((writer) => writer.personId === personId)?.number ?? null;
  };

  const draw = () => {
    drawTimer = null;
    const unknown = new Set<number>();
    const sections = agendaItemIds().flatMap((agendaItemId) => {
      const fragment = doc.getXmlFragment(sectionName(agendaItemId));
      for (const client of clientsIn(fragment)) if (!clients.has(client) && !asked.has(client)) unknown.add(client);
      return sectionOf(agendaItemId, fragment);
    });
    show(sections);
    if (unknown.size > 0) askSoon(unknown);
  };

  const sectionOf = (agendaItemId: string, fragment: Y.XmlFragment): WrittenSection[] => {
    const element = document.getElementById(anchorOf(agendaItemId));
    const view = room.editorOf(agendaItemId)?.view;
    if (!element || !view) return [];
    const { top } = element.getBoundingClientRect();
    const attribution = attributionOf(fragment, authorOf);
    const blocks: WrittenBlock[] = [];
    view.state.doc.forEach((node, pos, index) => {
      const drawn = view.nodeDOM(pos);
      const of = attribution[index];
      if (!of || of.writers.length === 0 || !(drawn instanceof HTMLElement)) return;
      const box = drawn.getBoundingClientRect();
      const writers = of.writers.map(({ author }) => (author === null ? null : (people.get(author) ?? null)));
      const text = node.textContent.slice(0, BEGINNING);
      blocks.push({ key: of.blockId ?? `${index}`, text, top: box.top - top, height: box.height, writers });
    });
    return [{ agendaItemId, element, blocks }];
  };

  const askSoon = (unknown: Iterable<number>) => {
    for (const client of unknown) asked.add(client);
    askTimer ??= setTimeout(ask, Math.max(0, askedAt + ASK_EVERY_MS - performance.now()));
  };

  const ask = () => {
    askTimer = null;
    askedAt = performance.now();
    fetch(localePath(`/meetings/${slug}/live/writers`))
      .then(async (answer) => {
        if (!answer.ok || stopped) return;
        const known = (await answer.json()) as KnownWriters;
        clients = new Map(known.clients);
        people = new Map(known.people.map((writer) => [writer.number, writer]));
        drawSoon();
      })
      .catch(() => {
        // offline: asked again with the next words
        asked.clear();
      });
  };

  const drawSoon = () => {
    if (!stopped) drawTimer ??= setTimeout(draw, DRAW_EVERY_MS);
  };

  const sizes = new ResizeObserver(drawSoon);
  for (const agendaItemId of agendaItemIds()) {
    const element = document.getElementById(anchorOf(agendaItemId));
    if (element) sizes.observe(element);
  }
  doc.on('update', drawSoon);
  ask();
  draw();
  return () => {
    stopped = true;
    doc.off('update', drawSoon);
    sizes.disconnect();
    if (drawTimer) clearTimeout(drawTimer);
    if (askTimer) clearTimeout(askTimer);
  };
}
