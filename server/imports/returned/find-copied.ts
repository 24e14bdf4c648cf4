import { MAX_PROPOSED } from '#app/model/complements.ts';
import { lineOf } from '../propose/runs.ts';
import type { ReadPart } from '../reader/read-fault.ts';
import { comparable, type KnownParagraph, labelLength } from './known-paragraphs.ts';
import { likeness, wordsOf } from './likeness.ts';

/** From this part of common words on, a line of the synthesis is one of the paragraphs, changed. */
const COPY = 0.6;
/** Changed lines that are looked for; nobody decides on so many. */
const MOST_SOUGHT = 500;

interface Ground {
  known: readonly KnownParagraph[];
  versions: readonly ReadonlyMap<string, string>[];
}

/** Tells of which paragraph a line of the synthesis is a copy that somebody changed; null when of none, or left as it was. */
export function findCopied({ known, versions }: Ground): (part: ReadPart) => KnownParagraph | null {
  let ground: ReturnType<typeof prepare> | undefined;
  let sought = 0;
  return (part) => {
    if (part.kind === null) return null;
    const line = lineOf(part.inline);
    const text = line.slice(labelLength(line, part.kind));
    if (text === '' || text.length > MAX_PROPOSED) return null;
    ground ??= prepare({ known, versions });
    if (ground.said.has(comparable(text)) || sought >= MOST_SOUGHT) return null;
    sought += 1;
    const own = wordsOf(text);
    let best: { one: KnownParagraph | null; like: number } = { one: null, like: 0 };
    for (const { one, words } of ground.all) {
      const like = one.kind === part.kind ? likeness(words, own, COPY) : 0;
      if (like > best.like) best = { one, like };
    }
    return best.one;
  };
}

function prepare({ known, versions }: Ground) {
  const texts = new Set([...known.map(({ text }) => text), ...versions.flatMap((version) => [...version.values()])]);
  return { said: new Set([...texts].map(comparable)), all: known.map((one) => ({ one, words: wordsOf(one.text) })) };
}
