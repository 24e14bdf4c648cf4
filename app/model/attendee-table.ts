import { cleanCell, cleanName } from './attendee-cells.ts';
import type { Column } from './attendee-columns.ts';
import { bestRecords, headerOf, type TableRecord } from './attendee-records.ts';
import { DIRECTORY_LIMITS, parseEmail, personKey } from './directory.ts';

/** Largest table that is read: people paste an attendance list, not a register. */
export const TABLE_LIMITS = { bytes: 1_000_000, rows: 2000 } as const;

/** One line of a table, as it was typed but cleaned; `line` counts from 1, as the person's editor does. */
export interface AttendeeRow {
  line: number;
  givenName: string;
  familyName: string;
  organisation: string;
  function: string;
  email: string;
}

/** Why a row cannot be taken as it is. */
export const ROW_FAULTS = [
  'no_name',
  'given_name_too_long',
  'family_name_too_long',
  'organisation_too_long',
  'function_too_long',
  'bad_email',
  'email_twice',
  'too_many_cells',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

export type TableFault = 'empty' | 'no_header' | 'too_many_rows' | 'open_quote';

export type ReadTable =
  | { ok: true; rows: (AttendeeRow & { tooManyCells: boolean })[]; columns: Column[]; ignored: string[] }
  | { ok: false; reason: TableFault; line: number | null };

/**
 * Reads a table of people: comma, semicolon, tab (what a spreadsheet pastes) or Markdown bars, columns in any order,
 * named in French, English, Spanish or Portuguese; RFC 4180 quotes, cells of several lines. Nothing is dropped silently:
 * a row that says nothing at all is skipped, every other one comes back, whole or faulty (see faultsOf).
 */
export function readAttendeeTable(text: string): ReadTable {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (lines.trim() === '') return { ok: false, reason: 'empty', line: null };
  const table = bestRecords(lines);
  const header = headerOf(table.records);
  if (!header) return { ok: false, reason: 'no_header', line: null };
  if (table.openQuoteAt !== null) return { ok: false, reason: 'open_quote', line: table.openQuoteAt };
  const rows = table.records
    .slice(header.index + 1)
    .filter((record) => record.cells.some((cell) => cleanCell(cell) !== ''))
    .map((record) => rowOf(record, header.columns));
  if (rows.length === 0) return { ok: false, reason: 'empty', line: null };
  if (rows.length > TABLE_LIMITS.rows) return { ok: false, reason: 'too_many_rows', line: rows.at(TABLE_LIMITS.rows)?.line ?? null };
  return { ok: true, rows, columns: header.columns.filter((column) => column !== null), ignored: header.ignored };
}

function rowOf(record: TableRecord, columns: readonly (Column | null)[]): AttendeeRow & { tooManyCells: boolean } {
  const cell = (column: Column) => record.cells[columns.indexOf(column)] ?? '';
  const full = columns.includes('fullName') ? splitFullName(cleanCell(cell('fullName'))) : { givenName: '', familyName: '' };
  return {
    ...cleanRow({
      line: record.line,
      givenName: cell('givenName') || full.givenName,
      familyName: cell('familyName') || full.familyName,
      organisation: cell('organisation'),
      function: cell('function'),
      email: cell('email'),
    }),
    tooManyCells: record.cells.slice(columns.length).some((extra) => cleanCell(extra) !== ''),
  };
}

/** A row as it will be stored, whoever typed it. */
export function cleanRow(row: AttendeeRow): AttendeeRow {
  return {
    line: row.line,
    givenName: cleanName(row.givenName),
    familyName: cleanName(row.familyName),
    organisation: cleanCell(row.organisation),
    function: cleanCell(row.function),
    email: cleanCell(row.email),
  };
}

/** « Anne RAIMBAULT » and « RAIMBAULT Anne »: capitals are the family name; without capitals the first word is the given name. */
function splitFullName(full: string): { givenName: string; familyName: string } {
  const words = full.split(' ');
  const capitals = words.filter((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase());
  if (capitals.length > 0 && capitals.length < words.length)
    return { familyName: capitals.join(' '), givenName: words.filter((word) => !capitals.includes(word)).join(' ') };
  return words.length === 1 ? { givenName: '', familyName: full } : { givenName: words[0] ?? '', familyName: words.slice(1).join(' ') };
}

/** Every reason why a row cannot be taken, at most one a field; none: it can. `others` are the rows above it in the same table. */
export function faultsOf(row: AttendeeRow, others: { emails: ReadonlyMap<string, string> }): RowFault[] {
  const long = (text: string, max: number) => [...text].length > max;
  const faults: RowFault[] = [];
  if (row.familyName === '') faults.push('no_name');
  else if (long(row.familyName, DIRECTORY_LIMITS.personName)) faults.push('family_name_too_long');
  if (long(row.givenName, DIRECTORY_LIMITS.personName)) faults.push('given_name_too_long');
  if (long(row.organisation, DIRECTORY_LIMITS.organisation)) faults.push('organisation_too_long');
  if (long(row.function, DIRECTORY_LIMITS.function)) faults.push('function_too_long');
  if (row.email === '') return faults;
  const email = parseEmail(row.email);
  const owner = email === null ? undefined : others.emails.get(email);
  if (email === null) faults.push('bad_email');
  else if (owner !== undefined && owner !== personKey(row.givenName, row.familyName)) faults.push('email_twice');
  return faults;
}

/** The addresses of a table, those that are one. */
export function parseEmailsOf(rows: readonly AttendeeRow[]): string[] {
  return rows.map((row) => parseEmail(row.email)).filter((email) => email !== null);
}
