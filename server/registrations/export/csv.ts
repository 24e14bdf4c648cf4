import type { Cell, Sheet } from './sheet.ts';

// What a spreadsheet takes for a formula when it opens a CSV file (OWASP, CSV injection); full-width forms are read alike by some.
const FORMULA = /^[\t\r\n =+\-@\uFF1D\uFF0B\uFF0D\uFF20]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel reads other letters; `separator` ';' is what it
 * expects in French. A text that a spreadsheet would run is preceded by an apostrophe; days and moments are ISO 8601.
 */
export function writeCsv(sheet: Sheet, separator: ',' | ';' = ','): Buffer {
  const lines = [sheet.columns.map(({ title }) => title), ...sheet.rows].map((cells) =>
    cells.map((cell) => quoted(textOf(cell), separator)).join(separator),
  );
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.moment;
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(text: string, separator: string): string {
  return /["\r\n\t]|^\s|\s$/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
