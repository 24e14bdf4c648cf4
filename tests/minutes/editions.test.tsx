import canonicalize from 'canonicalize';
import { strFromU8, unzipSync } from 'fflate';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MinutesBody } from '#app/minutes/minutes-body.tsx';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { compose } from '#server/minutes/compose-edition.ts';
import { toDocx } from '#server/minutes/formats/docx.ts';
import { toMarkdown } from '#server/minutes/formats/markdown.ts';
import { toOdt } from '#server/minutes/formats/odt.ts';
import { toPlainText } from '#server/minutes/formats/plain-text.ts';
import { toTypstDocument } from '#server/minutes/formats/typst-document.ts';
import { versionFacts } from '#server/minutes/formats/version-facts.ts';
import { randomFrom, SEED } from '#tests/support/random.ts';
import { namesOf, randomMinutes } from './random-minutes.ts';

const ROUNDS = 150;
const stamp = {
  number: 1,
  publishedAt: '2031-01-06T10:00:00Z',
  publishedByName: 'Claire Adjoua',
  sha256: 'abc',
  appUrl: 'https://t.example',
};

const page = (content: MinutesContent) => renderToStaticMarkup(<MinutesBody content={content} />);

/** The public edition in every form in which it leaves the house. */
async function everyForm(content: MinutesContent): Promise<Record<string, string>> {
  const facts = versionFacts(content, stamp);
  const unzipped = (bytes: Uint8Array) =>
    Object.values(unzipSync(bytes))
      .map((file) => strFromU8(file))
      .join('\n');
  return {
    json: canonicalize(content) ?? '',
    page: page(content),
    markdown: toMarkdown(content, facts),
    text: toPlainText(content, facts),
    word: unzipped(await toDocx(content, facts)),
    odf: unzipped(toOdt(content, facts)),
    pdf: JSON.stringify(toTypstDocument(content, facts)),
  };
}

/** All that the tree says that holds one word. */
function placesOf(content: MinutesContent, word: string): string[] {
  const { sections, highlights, synthesis, decisions, actions, nextSteps } = content;
  const entries = sections.flatMap((section) => section.entries);
  return [...entries, ...highlights, ...synthesis.flatMap((point) => point.takeAways), ...decisions, ...actions, ...nextSteps]
    .map((each) => JSON.stringify(each))
    .filter((each) => each.includes(word));
}

describe(`the public edition of generated minutes (FUZZ_SEED=${SEED})`, () => {
  const random = randomFrom(SEED);
  const generated = Array.from({ length: ROUNDS }, () => {
    const minutes = randomMinutes(random);
    const { content } = compose(minutes.meeting, minutes.notes, 'public');
    return { ...minutes, content, internal: compose(minutes.meeting, minutes.notes, 'internal').content };
  });

  test('holds no internal word and no name that it may not tell, in any format', async () => {
    for (const { content, noted, named, names, meeting } of generated) {
      const secret = noted.filter(({ level }) => level === 'internal').map(({ word }) => word);
      const unnamed = meeting.attendances.filter((each) => !namesOf(each).some((name) => named.has(name)));
      const ids = unnamed.map(({ id }) => id);
      const nameless = meeting.attribution === 'name' ? [] : [...names].filter((name) => !named.has(name));
      for (const [form, text] of Object.entries(await everyForm(content)))
        expect({ form, leaks: [...secret, ...nameless, ...ids].filter((word) => text.includes(word)) }).toEqual({ form, leaks: [] });
    }
  });

  test('names nobody beside words that are attributed to an organisation or to nobody', () => {
    for (const { content, noted } of generated)
      for (const { word, names, level } of noted) {
        if (level === 'name') continue;
        for (const place of placesOf(content, word)) expect(names.filter((name) => place.includes(name))).toEqual([]);
      }
  });

  test('says all the rest, once in its place, as the internal edition says everything', () => {
    for (const { content, internal, noted } of generated)
      for (const { word, level } of noted) {
        const told = (where: MinutesContent) => JSON.stringify(where.sections.map((section) => section.entries)).includes(`dit ${word}`);
        expect([told(internal), told(content)]).toEqual([true, level !== 'internal']);
      }
  });

  test('numbers decisions and actions as the internal one does, with gaps where something is internal', () => {
    for (const { content, internal } of generated)
      for (const list of ['decisions', 'actions'] as const) {
        const all = new Map<string, string>(internal[list].map((each) => [each.number, each.blockId]));
        expect([...all.keys()]).toEqual(internal[list].map((_, index) => `${list === 'decisions' ? 'D' : 'A'}${index + 1}`));
        for (const each of content[list]) expect(all.get(each.number)).toBe(each.blockId);
      }
  });

  test('leads nowhere that is not there: every link in the page finds its place, and no two places have one address', () => {
    for (const { content, internal } of generated)
      for (const html of [page(content), page(internal)]) {
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(ids).toHaveLength(new Set(ids).size);
        const missing = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.includes(id));
        expect(missing).toEqual([]);
      }
  });

  test('the internal one marks what the public one leaves out, wherever it tells it', () => {
    for (const { content, internal } of generated) {
      expect(canonicalize(content)).not.toContain('"internal":true');
      for (const list of ['decisions', 'actions', 'highlights'] as const) {
        const open = new Set(content[list].map(({ anchor }) => anchor));
        for (const each of internal[list]) expect([each.anchor, each.internal === true]).toEqual([each.anchor, !open.has(each.anchor)]);
      }
      const tags = page(internal).split('mn-in').length - 1;
      const marked = internal.sections.flatMap(({ entries }) => entries).filter(({ attribution }) => attribution === 'internal');
      expect(tags).toBe(marked.length);
    }
  });

  test('hides no mail address or phone number behind words', () => {
    for (const { content } of generated) expect(JSON.stringify(content)).not.toMatch(/"href":"(mailto|tel):/);
  });
});
