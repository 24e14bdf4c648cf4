import { guessOrganisationKind } from '#app/model/directory.ts';
import type { SourcePart } from '#app/model/imports.ts';
import type { Inline } from '#app/model/notes.ts';
import { nameKey } from '#app/model/text.ts';
import type { FoundPerson } from './people.ts';
import { lineOf, splitRuns } from './runs.ts';
import { EXCUSED, NAME } from './words.ts';

const WHOLE_NAME = new RegExp(`^(?:${NAME})$`, 'u');
const EMAIL = /[^\s@<>()|,;]+@[^\s@<>()|,;]+\.[\p{L}]{2,}/u;
const COLUMNS = [
  ['familyName', /^(?:noms?|noms? de famille)$/],
  ['givenName', /^prenoms?$/],
  ['name', /^(?:noms? (?:et )?prenoms?|prenoms? (?:et )?noms?|participante?s?|intervenante?s?|personnes?|nom complet)$/],
  ['organisation', /^(?:organisme|organisation|structure|collectivite|institution|employeur|entite|etablissement)/],
  ['function', /^(?:fonction|qualite|titre|poste|mandat|role)/],
  ['email', /^(?:e ?mail|mail|courriel|adresse (?:e ?)?mail|adresse electronique|contact)/],
  ['presence', /^(?:presence|present|statut|excuse)/],
] as const;
type Column = (typeof COLUMNS)[number][0];

/** Columns of a row of headers; null unless it heads a table of people. */
export function peopleColumns(row: SourcePart): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  row.cells.forEach((cell, index) => {
    const key = nameKey(lineOf(cell));
    const column = COLUMNS.find(([, words]) => words.test(key))?.[0];
    if (column && !columns.has(column)) columns.set(column, index);
  });
  const named = columns.has('name') || columns.has('familyName');
  return named && columns.size >= 2 ? columns : null;
}

/** The people of a table with headers, row by row; an empty organisation is the one above. */
export function peopleOfRows(rows: readonly { part: number; row: SourcePart }[], columns: Map<Column, number>): FoundPerson[] {
  let above = '';
  return rows.flatMap(({ part, row }): FoundPerson[] => {
    const cell = (column: Column) => lineOf(row.cells[columns.get(column) ?? -1] ?? []);
    const name = (cell('name') || `${cell('givenName')} ${cell('familyName')}`).replace(/\s*-\s+/g, '-').trim();
    const organisation = cell('organisation') || above;
    above = organisation;
    if (!/\p{L}/u.test(name)) return [];
    const presence = nameKey(cell('presence'));
    const email = EMAIL.exec(row.cells.map(lineOf).join(' '))?.[0] ?? '';
    const excused = EXCUSED.test(presence) || presence === 'non';
    return [{ name, organisation, function: cell('function'), email, excused, found: 'table', confidence: 'sure', part }];
  });
}

/**
 * People of rows without headers: a name, and in italics or in the next cell what they do; to the left, perhaps only some rows
 * above, the organisation. `above`: the organisation that goes on from the row before.
 */
export function personOfBareRow(row: SourcePart, part: number, above: string): { person: FoundPerson | null; organisation: string } {
  const cells = row.cells.filter((cell) => /\p{L}/u.test(lineOf(cell)));
  for (const [index, cell] of cells.entries()) {
    const [name, behind] = nameAndRest(cell);
    if (!WHOLE_NAME.test(name) || name.split(' ').length > 5 || guessOrganisationKind(name) !== 'other') continue;
    const before = index > 0 ? lineOf(cells[index - 1] ?? []) : '';
    const next = lineOf(cells[index + 1] ?? []);
    if (behind === '' && next === '') continue;
    const organisation = before || above;
    const place = behind ? { function: behind, organisation } : { place: next };
    return { person: { name, ...place, found: 'table', confidence: 'likely', part }, organisation: behind ? organisation : '' };
  }
  return { person: null, organisation: above };
}

/** A name in upright letters before a function in italics. */
function nameAndRest(cell: readonly Inline[]): [string, string] {
  const at = cell.findIndex((run) => run.italic);
  if (at <= 0) return [lineOf(cell), ''];
  const [name, rest] = splitRuns(
    cell,
    cell.slice(0, at).reduce((sum, run) => sum + run.text.length, 0),
  );
  return [lineOf(name), lineOf(rest)];
}
