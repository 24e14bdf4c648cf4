import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeCsv } from '#server/registrations/export/csv.ts';
import { writeOds } from '#server/registrations/export/ods.ts';
import type { Sheet } from '#server/registrations/export/sheet.ts';
import { writeXlsx } from '#server/registrations/export/xlsx.ts';

const SHEET: Sheet = {
  name: 'Inscriptions [2022]/1',
  columns: [{ title: 'Nom' }, { title: 'Places' }, { title: 'Jour' }, { title: 'Moment' }, { title: 'Réponse' }],
  rows: [
    ['Belhadj', 3, { day: '2022-06-20' }, { moment: '2022-06-20T14:30' }, '=HYPERLINK("https://mal.example";"ici")'],
    ['<script>alert(1)</script>', -1.5, null, null, 'Sans gluten ;\n"deux" lignes  et espaces'],
    ['\u0000Ré\uD800my 🎈', 0, { day: '1900-02-28' }, { moment: '2024-02-29T00:00' }, '@SUM(A1)'],
  ],
};

test('a CSV file keeps words as words, and runs nothing', () => {
  const text = writeCsv(SHEET, ';').toString();
  expect(text.startsWith('\uFEFFNom;Places;')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""https://mal.example"";""ici"")"\r\n`);
  expect(text).toContain('"Sans gluten ;\n""deux"" lignes  et espaces"\r\n');
  expect(text).toContain(`;2024-02-29T00:00;'@SUM(A1)\r\n`);
  for (const start of ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝'])
    expect(writeCsv({ ...SHEET, rows: [[`${start}1+1`, 1, null, null, null]] }).toString(), start).toMatch(/\n"?'/);
});

test.each([
  { format: 'xlsx', write: writeXlsx },
  { format: 'ods', write: writeOds },
])('a $format file is well formed and holds no formula', async ({ format, write }) => {
  const parts = unzipSync(await write(SHEET));
  const all = Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
  expect(all).not.toMatch(/<f>|table:formula/);
  expect(all).not.toContain('<script>');
  expect(all).toContain('&lt;script&gt;');
  if (format === 'ods') expect(Object.keys(parts)[0]).toBe('mimetype');
});

test('days and moments are dates: serial numbers in Excel, ISO 8601 in OpenDocument', async () => {
  const xlsx = unzipSync(await writeXlsx(SHEET));
  const cells = strFromU8(xlsx['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  // days since 30 December 1899 (ISO/IEC 29500-1, 18.17.4.1): 20 June 2022, the same at 14:30, 29 February 2024
  for (const serial of ['44732', '44732.604166', '45351']) expect(cells).toMatch(new RegExp(`<v>${serial.replace('.', '\\.')}`));
  expect(cells).toContain('<v>-1.5</v>');
  const ods = strFromU8(unzipSync(writeOds(SHEET))['content.xml'] ?? new Uint8Array());
  expect(ods).toContain('office:value-type="date" office:date-value="2022-06-20">');
  expect(ods).toContain('office:value-type="date" office:date-value="2022-06-20T14:30:00">');
  expect(ods).toContain('office:value-type="float" office:value="-1.5">');
  expect(ods).toContain('<text:p>=HYPERLINK(&quot;https://mal.example&quot;;&quot;ici&quot;)</text:p>');
  expect(ods).toContain('<text:p>&quot;deux&quot; lignes<text:s text:c="2"/>et espaces</text:p>');
  expect(ods).toContain('table:name="Inscriptions  2022  1"');
});

test('every XML part of an OpenDocument table is well formed', () => {
  for (const [name, bytes] of Object.entries(unzipSync(writeOds(SHEET)))) {
    if (!name.endsWith('.xml')) continue;
    const open: string[] = [];
    for (const [, close, tag, self] of strFromU8(bytes).matchAll(/<(\/)?([a-z]+:[a-z-]+)[^<>]*?(\/)?>/g)) {
      if (self) continue;
      if (close) expect(open.pop(), name).toBe(tag);
      else open.push(tag ?? '');
    }
    expect(open, name).toEqual([]);
  }
});
