import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { loadTypst } from '#server/minutes/files/load-typst.ts';
import { composeBrainstorming } from './brainstorming.ts';
import { hostileMinutes, saying, text } from './hostile-minutes.ts';
import { type InspectedPdf, inspectPdf } from './inspect-pdf.ts';
import { rendered } from './rendered.ts';

const { content } = composeBrainstorming();

/** What PDF/UA-1 (ISO 14289-1) asks of every document, as far as a parser sees it. */
function expectAccessible(pdf: InspectedPdf): void {
  expect(pdf).toMatchObject({ marked: true, displaysTitle: true, uaPart: '1', language: 'fr-FR', figuresWithoutAlt: 0, untagged: '' });
  expect(pdf.title).toBeTruthy();
  expect(pdf.headings[0]).toBe(1);
  pdf.headings.forEach((level, index) => {
    expect(level - (pdf.headings[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
  });
  expect(pdf.links.tagged).toBe(pdf.links.all);
}

describe.runIf(loadTypst() !== null)('the PDF of minutes', () => {
  test('is tagged, in French, with its title, headings without gaps, bookmarks, tagged links, and no text outside of the tags', async () => {
    const { bytes, pages, missing } = await rendered(content);
    const pdf = await inspectPdf(bytes);
    expectAccessible(pdf);
    expect(pdf).toMatchObject({ title: content.meeting.title, author: content.meeting.group.name, pages });
    expect(missing).toEqual([]);
    for (const { title } of content.sections) expect(pdf.bookmarks).toContain(title);
    expect(pdf.links.all).toBeGreaterThan(content.highlights.length);
  });

  test('says every name, take-away, decision and action; our tables have a header row and regular rows', async () => {
    const pdf = await inspectPdf((await rendered(content)).bytes);
    const words = pdf.text.replace(/\s+/g, ' ');
    for (const { name } of content.annex.present.flatMap((group) => group.people)) expect(words).toContain(name);
    expect(words.match(/À retenir :/g)?.length).toBeGreaterThanOrEqual(28);
    for (const { number } of [...content.decisions, ...content.actions]) expect(words).toContain(number);
    expect(pdf.tables.length).toBeGreaterThanOrEqual(3);
    for (const { rows, headers } of pdf.tables) {
      expect(new Set(rows).size).toBe(1);
      expect(headers).toBeGreaterThanOrEqual(rows[0] ?? 0);
    }
  });

  test('lists, quotations, tables of notes and links keep their kinds', async () => {
    const cell = (words: string, header = false) => ({ header, blocks: [text(words)] });
    const kinds: NoteBlock[] = [
      { type: 'list', ordered: true, items: [[text('un'), { type: 'list', ordered: false, items: [[text('dedans')]] }], [text('deux')]] },
      { type: 'quote', blocks: [text('cité')] },
      {
        type: 'table',
        rows: [
          [cell('A', true), cell('B', true)],
          [cell('1'), cell('2')],
        ],
      },
      { type: 'rule' },
      { type: 'heading', level: 4, inline: [{ text: 'Plus bas' }] },
      text('lien', { href: 'https://exemple.org/' }),
    ];
    const pdf = await inspectPdf((await rendered(saying(content, ...kinds))).bytes);
    expectAccessible(pdf);
    expect(pdf.roles.get('L')).toBeGreaterThanOrEqual(2);
    expect(pdf.roles.get('BlockQuote')).toBe(1);
    expect(pdf.tables).toContainEqual({ rows: [2, 2], headers: 2 });
    expect(pdf.headings).toContain(2);
  });

  test('the same minutes are the same bytes', async () => {
    const [one, two] = [await rendered(content), await rendered(content)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });

  test('also on a machine with other fonts of the same names', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'tertulia-fonts-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    for (const font of globSync('node_modules/{@expo-google-fonts/noto-emoji,@expo-google-fonts/source-sans-3,dejavu-fonts-ttf}/*/*.ttf'))
      cpSync(font, path.join(home, '.fonts', path.basename(font)));
    const said = saying(content, text('gras 🌎 会议 اجتماع', { bold: true, italic: true }));
    const one = await rendered(said);
    vi.stubEnv('HOME', home);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await rendered(said)).bytes.equals(one.bytes)).toBe(true);
  });

  test.each(Object.entries(hostileMinutes(content)))(
    'whatever somebody typed gives a document: %s',
    async (_name, hostile: MinutesContent) => {
      const { bytes } = await rendered(hostile);
      expectAccessible(await inspectPdf(bytes));
    },
  );

  test('a character that no font has is shown as ▯, and told', async () => {
    const { bytes, missing } = await rendered(saying(content, text('avant ሀ après ሁ\u{10FFFD}')));
    expect(missing.toSorted()).toEqual(['ሀ', 'ሁ', '\u{10FFFD}']);
    expect((await inspectPdf(bytes)).text).toContain('avant ▯ après ▯▯');
  });

  test('what people typed is never read as markup', async () => {
    const typed = '#read("/etc/passwd") $x^2$ *gras* _x_ `code` = titre @ref <label> \\ #import "x.typ" // rien';
    expect((await inspectPdf((await rendered(saying(content, text(typed)))).bytes)).text.replace(/\s+/g, ' ')).toContain(typed);
  });
});
