import type { AttendanceRole } from '#app/model/attendance.ts';
import type { SourcePart } from '#app/model/imports.ts';
import type { People } from './people.ts';
import { personOfLine, roleLabel } from './people-line.ts';
import { peopleColumns, peopleOfRows, personOfBareRow } from './people-table.ts';
import { lineOf } from './runs.ts';
import { speakerOf } from './speaker-line.ts';
import { EXCUSED, PEOPLE } from './words.ts';

/** How many parts without a person a list of people bears: pictures, empty labels. */
const PATIENCE = 1;

interface Zone {
  role: AttendanceRole | undefined;
  excused: boolean;
  /** Parts without a person since the last one. */
  idle: number;
  found: number;
}

/** Collects the people of tables and lists; answers the parts that say nothing else. */
export function takePeople(source: readonly SourcePart[], people: People, used: ReadonlySet<number>): Set<number> {
  const taken = new Set<number>();
  const listed = new Set<number>();
  let zone: Zone | null = null as Zone | null;
  for (let part = 0; part < source.length; part += 1) {
    const here = source[part];
    if (!here || used.has(part)) continue;
    const text = lineOf(here.inline);
    if (here.shape === 'row') {
      const end = endOfTable(source, part);
      for (const one of takeTable(source, part, end, people, zone !== null)) taken.add(one);
      part = end - 1;
      continue;
    }
    if (PEOPLE.test(text) && text.length < 120) {
      const [, behind = ''] = text.split(/:\s*(.*)/s);
      zone = { role: undefined, excused: EXCUSED.test(text), idle: 0, found: 0 };
      taken.add(part);
      // « Participants : cf. annexe 1 » heads no list
      if (behind !== '' && !takeMany(behind, part, zone, people)) zone = null;
      continue;
    }
    const label = roleLabel(text);
    if (label && text.length < 300) zone = { role: label.role, excused: false, idle: 0, found: zone?.found ?? 0 };
    const line = label ? text.slice(label.length) : text;
    if (zone && line === '') {
      taken.add(part);
      continue;
    }
    // somebody takes the floor, which ends any list but one whose lines end in colons
    if (zone && zone.found === 0 && !label && speakerOf(text)) zone = null;
    const person = speakerOf(text) && !zone ? null : personOfLine(line, { part, listed: zone !== null });
    if (person && (zone || here.shape === 'item' || text.length < 200)) {
      people.add({ ...person, ...(zone?.role ? { role: zone.role } : {}), excused: zone?.excused ?? false });
      if (zone || listed.has(part - 1)) taken.add(part);
      listed.add(part);
      if (zone) {
        zone.idle = 0;
        zone.found += 1;
      }
    } else if (zone) {
      zone.idle += 1;
      if (zone.idle > PATIENCE || text.length > 120) zone = null;
    }
  }
  return taken;
}

function endOfTable(source: readonly SourcePart[], from: number): number {
  let end = from;
  while (source[end]?.shape === 'row') end += 1;
  return end;
}

function takeTable(source: readonly SourcePart[], from: number, end: number, people: People, listed: boolean): number[] {
  const rows = source.slice(from, end).map((row, index) => ({ part: from + index, row }));
  const [head, ...body] = rows;
  const columns = head && peopleColumns(head.row);
  if (columns) {
    for (const person of peopleOfRows(body, columns)) people.add(person);
    return rows.map(({ part }) => part);
  }
  if (!listed) return [];
  const taken: number[] = [];
  let above = '';
  for (const { part, row } of rows) {
    const { person, organisation } = personOfBareRow(row, part, above);
    above = organisation;
    if (person) people.add(person);
    taken.push(part);
  }
  return taken;
}

/** « Présents : Anne Roux (ville de Lille), Paul Petit (CUF) ». */
function takeMany(text: string, part: number, zone: { excused: boolean }, people: People): boolean {
  const found = text
    .split(/;\s*|(?<=\)),\s*/u)
    .map((one) => personOfLine(one, { part, listed: true }))
    .filter((one) => one !== null);
  for (const one of found) people.add({ ...one, excused: zone.excused });
  return found.length > 0;
}
