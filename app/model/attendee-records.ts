import Papa from 'papaparse';
import { cleanCell } from './attendee-cells.ts';
import { type Column, columnOf } from './attendee-columns.ts';

/** A record of a table: one line, or several where a quoted cell has line breaks. `line` counts from 1. */
export interface TableRecord {
  line: number;
  cells: string[];
}
export interface Records {
  records: TableRecord[];
  /** Line of a quotation mark that is never closed, or is followed by more text. */
  openQuoteAt: number | null;
}

/** The separator under which a header is best recognised wins: counting characters is fooled by « Paris, 15 h ; salle 2 ». */
export function bestRecords(text: string): Records {
  const readings = [recordsOfBars(text), ...['\t', ';', ','].map((delimiter) => recordsOf(text, delimiter))];
  const score = (reading: Records) => headerOf(reading.records)?.columns.filter((column) => column !== null).length ?? 0;
  return readings.reduce((best, reading) => (score(reading) > score(best) ? reading : best));
}

function recordsOf(text: string, delimiter: string): Records {
  const reading: Records = { records: [], openQuoteAt: null };
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors, meta }) {
      reading.records.push({ line, cells: data });
      if (errors.some((error) => error.type === 'Quotes')) reading.openQuoteAt ??= line;
      line += text.slice(from, meta.cursor).split('\n').length - 1;
      from = meta.cursor;
    },
  });
  return reading;
}

/** The first Markdown table that names people, whatever text and tables stand around it; its rule of dashes is no row. */
function recordsOfBars(text: string): Records {
  const tables: TableRecord[][] = [];
  let inside = false;
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.trim();
    const barred = content.startsWith('|');
    if (barred && !inside) tables.push([]);
    inside = barred;
    if (barred && !/^[|\s:-]*$/.test(content)) tables.at(-1)?.push({ line: index + 1, cells: cellsBetweenBars(content) });
  }
  return { records: tables.find((records) => headerOf(records) !== null) ?? [], openQuoteAt: null };
}

function cellsBetweenBars(row: string): string[] {
  const cells = row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/);
  return cells.map((cell) => cell.replaceAll('\\|', '|'));
}

export interface Header {
  index: number;
  columns: (Column | null)[];
  ignored: string[];
}

/** The first line that names a person's name and something more, among the first ten: exports put a title above. */
export function headerOf(records: readonly TableRecord[]): Header | null {
  for (const [index, record] of records.slice(0, 10).entries()) {
    const named = record.cells.map((cell) => columnOf(cleanCell(cell)));
    const columns = halvesOf(named).map((column, at, all) => (column !== null && all.indexOf(column) === at ? column : null));
    if (!columns.includes('familyName') && !columns.includes('fullName')) continue;
    const ignored = record.cells.map(cleanCell).filter((cell, at) => columns[at] === null && cell !== '');
    return { index, columns, ignored };
  }
  return null;
}

/** « Name » beside « First name » is the family name, « Nome » beside « Sobrenome » the given name; alone it is the whole name. */
function halvesOf(named: readonly (Column | null)[]): (Column | null)[] {
  const whole = named.includes('givenName') ? 'familyName' : named.includes('familyName') ? 'givenName' : 'fullName';
  return named.map((column) => (column === 'fullName' ? whole : column));
}
