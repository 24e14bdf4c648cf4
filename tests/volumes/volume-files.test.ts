import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { FileFormat } from '#app/model/minutes.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { loadTypst } from '#server/minutes/files/load-typst.ts';
import { renderFile } from '#server/minutes/files/render-file.ts';
import { NO_STYLE } from '#server/minutes/formats/house-style.ts';
import { composeIndex } from '#server/volumes/compose-index.ts';
import { orderVolume } from '#server/volumes/files/render-volume.ts';
import { volumeFacts } from '#server/volumes/formats/volume-facts.ts';
import type { VolumeContent } from '#server/volumes/volume-content.ts';
import { composeBrainstorming } from '#tests/minutes/brainstorming.ts';
import { hostileMinutes } from '#tests/minutes/hostile-minutes.ts';
import { inspectPdf } from '#tests/minutes/inspect-pdf.ts';
import { contentOf, paragraphOf, sectionOf } from '#tests/minutes/two-versions.ts';
import { volumeOf } from './sample-volume.ts';

const { content } = composeBrainstorming();
const short = contentOf({ sections: [sectionOf('Ouverture', [paragraphOf('x1', 'Quelques mots.')])] });
const titled = (title: string): MinutesContent => ({ ...content, meeting: { ...content.meeting, title } });
const volume = volumeOf([content, short, titled('Réunion régionale Afrique : « réalités, perceptions, témoignages »')]);

async function rendered(bound: VolumeContent, format: FileFormat) {
  const facts = volumeFacts(bound.frame.volume, {
    number: 2,
    boundAt: '2023-10-05T10:00:00Z',
    sha256: 'cd'.repeat(32),
    appUrl: 'https://t.example',
  });
  const rendering = await renderFile(orderVolume(format, bound, facts, NO_STYLE));
  if (!rendering.ok) throw new Error(`${format}: ${rendering.reason} ${rendering.detail}`);
  return rendering;
}

/** The words of each page, without spaces and places to break. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const text = await (await pdf.getPage(index + 1)).getTextContent();
      return squeezed(text.items.map((item) => ('str' in item ? item.str : '')).join(''));
    }),
  );
}
const squeezed = (text: string) => text.replace(/[\s\u200B.]+/g, '');

describe.runIf(loadTypst() !== null)('the PDF of a volume', { timeout: 60_000 }, () => {
  test('is accessible: tagged, titled, headings without gaps, bookmarks for every session, links tagged', async () => {
    const pdf = await inspectPdf((await rendered(volume, 'pdf')).bytes);
    expect(pdf).toMatchObject({ marked: true, displaysTitle: true, uaPart: '1', language: 'fr-FR', figuresWithoutAlt: 0, untagged: '' });
    expect(pdf.title).toBe(volume.frame.volume.title);
    expect(pdf.headings[0]).toBe(1);
    for (const [index, level] of pdf.headings.entries()) expect(level - (pdf.headings[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(pdf.links.tagged).toBe(pdf.links.all);
    for (const { rows } of pdf.tables) expect(new Set(rows).size).toBe(1);
    expect(pdf.bookmarks).toEqual(expect.arrayContaining([`0 – ${content.meeting.title}`, '1 – Point Amérique latine', 'Index']));
  });

  test('its contents tell on which page each session begins, and which sessions have no minutes', async () => {
    const pages = await pagesOf((await rendered(volume, 'pdf')).bytes);
    const contents = pages[1] ?? '';
    for (const { number, content: said } of volume.chapters) {
      const title = squeezed(`${number} – ${said.meeting.title}`);
      const begins = pages.findIndex((page, index) => index > 1 && page.startsWith(title)) + 1;
      expect(contents).toContain(`${title}${begins}`);
    }
    expect(contents).toContain(squeezed('Réunion du groupe-pays Japon : compte-rendu non publié'));
    expect(contents).toContain(squeezed('Réunion Outre-mer : session annulée'));
  });

  test('it prints no lists of participants: the organisations stand once, at the end', async () => {
    const all = (await pagesOf((await rendered(volume, 'pdf')).bytes)).join('');
    const [group] = content.annex.present;
    expect(group?.people.length).toBeGreaterThan(1);
    expect(all).not.toContain(squeezed('Annexe : participants'));
    for (const { organisation } of group?.people ?? []) expect(all).toContain(squeezed(organisation));
  });

  test('every page that the index tells holds the name', async () => {
    const pages = await pagesOf((await rendered(volume, 'pdf')).bytes);
    const from = pages.findIndex((page) => page.startsWith('IndexPersonnes'));
    const index = pages.slice(from).join('');
    const { speakers, organisations } = composeIndex(volume.chapters);
    expect(speakers.length).toBeGreaterThan(10);
    for (const { name } of [...speakers, ...organisations]) {
      const told = new RegExp(`${RegExp.escape(squeezed(name))}(\\d+(?:,\\d+)*)`).exec(index)?.[1]?.split(',').map(Number) ?? [];
      expect(told, name).not.toEqual([]);
      for (const page of told) expect(pages[page - 1], `${name}, page ${page}`).toContain(squeezed(name));
      expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
    }
  });

  test('the same volume is the same bytes', async () => {
    const [one, two] = [await rendered(volume, 'pdf'), await rendered(volume, 'pdf')];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });

  test('whatever people typed in any session, in the title and in the note gives a document', async () => {
    const hostile = Object.entries(hostileMinutes(content)).filter(([name]) => !/10,000|without end/.test(name));
    const all = volumeOf([...hostile.map(([, each]) => each as MinutesContent), short], {
      note: '#read("/etc/passwd") *会议* **اجتماع 🌎** \uD800 ** * *** #[x]\n\n- \n- x',
      annexes: [{ title: '🌎 #heading[x]', body: '*'.repeat(500) }],
    });
    const pdf = await inspectPdf((await rendered(all, 'pdf')).bytes);
    expect(pdf).toMatchObject({ uaPart: '1', untagged: '' });
    expect(pdf.text).toContain('#read("/etc/passwd")');
  });

  test('without index, annexes or note it is still a volume', async () => {
    const bare = volumeOf([short], { note: '', annexes: [], withIndex: false, withOrganisations: false });
    expect((await rendered(bare, 'pdf')).pages).toBe(3);
  });
});

describe('Word and OpenDocument files of a volume', { timeout: 60_000 }, () => {
  const xmlOf = async (format: 'docx' | 'odt', file: string) =>
    strFromU8(unzipSync((await rendered(volume, format)).bytes)[file] ?? new Uint8Array());

  test('Word: contents are a field that is filled already; every number of a page refers to a bookmark that is there', async () => {
    const xml = await xmlOf('docx', 'word/document.xml');
    expect(xml).toMatch(/TOC \\o (?:"|&quot;)1-1(?:"|&quot;)/);
    const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
    const referred = [...xml.matchAll(/PAGEREF (\S+) /g)].map(([, name]) => name);
    expect(referred.length).toBeGreaterThan(30);
    for (const name of referred) expect(bookmarks).toContain(name);
    expect(bookmarks.size).toBe([...xml.matchAll(/<w:bookmarkStart /g)].length);
    expect(xml.match(/fldCharType="begin"/g)?.length).toBe(xml.match(/fldCharType="end"/g)?.length);
    // sessions are of the first level, and begin a page
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(volume.chapters.length + 4);
    expect(await xmlOf('docx', 'word/settings.xml')).toContain('w:updateFields');
  });

  test('ODF: the same', async () => {
    const xml = await xmlOf('odt', 'content.xml');
    expect(xml).toContain('<text:table-of-content ');
    const bookmarks = new Set([...xml.matchAll(/<text:bookmark text:name="([^"]+)"/g)].map(([, name]) => name));
    const referred = [...xml.matchAll(/text:ref-name="([^"]+)"/g)].map(([, name]) => name);
    expect(referred.length).toBeGreaterThan(30);
    for (const name of referred) expect(bookmarks).toContain(name);
    expect(xml.match(/text:outline-level="1"(?=>)/g)).toHaveLength(volume.chapters.length + 4);
  });
});
