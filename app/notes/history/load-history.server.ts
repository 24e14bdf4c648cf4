import { ATTENDANCE_LIMITS } from '#app/model/attendance.ts';
import type { ComparedBlock } from '#app/model/note-history.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { listAgenda } from '#db/agenda/read.ts';
import { listAttendees } from '#db/attendance/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { countVersions, listLockedSections, listVersions, listWriters, readVersions, type VersionInList } from '#db/notes/read-history.ts';
import { compareBlocks } from '#server/notes/history/compare-blocks.ts';
import { mayEraseHistory, mayRestore } from '#server/notes/history/policy.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { type Participant, participantOf } from '../participant.ts';
import { type HistoryView, readHistoryQuery } from './history-query.ts';

/** What the page of the history shows: a point's versions, and one of them. */
export async function loadHistory(services: Services, scope: MeetingScope, search: URLSearchParams) {
  const { db } = services;
  const [meeting, agenda, counts, locked, writers] = await Promise.all([
    findMeeting(db, scope),
    listAgenda(db, scope),
    countVersions(db, scope),
    listLockedSections(db, scope),
    listWriters(db, scope),
  ]);
  const query = readHistoryQuery(search);
  const point = agenda.find(({ id }) => id === query.section) ?? agenda.find(({ id }) => counts.has(id)) ?? agenda[0];
  const versions = point ? await listVersions(db, scope, point.id) : [];
  const names = new Map(writers.map(({ number, name }) => [number, name]));
  const shown = versions.find(({ id }) => id === query.version) ?? versions[0];
  return {
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    points: agenda.map(({ id, title }) => ({ id, title, versions: counts.get(id) ?? 0 })),
    point: point ? { id: point.id, title: point.title, locked: locked.includes(point.id) } : null,
    versions: versions.map((version) => ({ ...version, authors: version.authors.flatMap((number) => names.get(number) ?? []) })),
    shown:
      shown && point ? await loadVersion(services, scope, { agendaItemId: point.id, version: shown, versions, view: query.view }) : null,
    view: query.view,
    ask: query.ask,
    done: query.done,
    can: { restore: mayRestore(scope.can), erase: mayEraseHistory(scope.can) && counts.size > 0 },
  };
}

export type History = Awaited<ReturnType<typeof loadHistory>>;

interface Wanted {
  agendaItemId: string;
  version: VersionInList;
  /** Of the same section, the newest first. */
  versions: readonly VersionInList[];
  view: HistoryView;
}

async function loadVersion(services: Services, scope: MeetingScope, { agendaItemId, version, versions, view }: Wanted) {
  const before = versions[versions.indexOf(version) + 1];
  const said = await readVersions(services.db, scope, [version.id, ...(view === 'changes' && before ? [before.id] : [])]);
  const blocks = said.get(version.id) ?? [];
  const shown = {
    id: version.id,
    first: before === undefined,
    compared: [] as ComparedBlock[],
    blocks: [] as NoteBlock[],
    participants: [] as Participant[],
  };
  if (view === 'changes') return { ...shown, compared: compareBlocks(said.get(before?.id ?? '') ?? [], blocks) };
  if (view === 'now') {
    const now = (await readNotes(services, scope)).find((section) => section.agendaItemId === agendaItemId);
    return { ...shown, compared: compareBlocks(blocks, now?.blocks ?? []) };
  }
  const attendees = await listAttendees(services.db, scope, { limit: ATTENDANCE_LIMITS.attendees });
  return { ...shown, blocks, participants: attendees.map(participantOf) };
}
