import { fullNameOf } from '#app/model/attendance.ts';
import { compareForReading } from '#app/model/compare-words.ts';
import type { ProposedIdentity } from '#app/model/complements.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { NoteParagraph, NoteSection } from '#app/model/notes.ts';
import type { DraftSection, InlineProposal, ReviewDraft, ShownProposal } from '#app/model/review-screen.ts';
import { type ComplementRow, listComplements } from '#db/complements/read.ts';
import { listPeopleOf } from '#db/complements/read-people.ts';
import { type AttendanceForMinutes, type MeetingForMinutes, readMeetingForMinutes } from '#db/minutes/read-for-composing.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { People } from '#server/minutes/edition-people.ts';
import { paragraphsOf } from '#server/notes/project-records.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { rowsOf, type SpeakerOf } from './draft-rows.ts';
import { type Place, placesOf } from './find-place.ts';
import { showProposal } from './shown-proposal.ts';

const MOST = 2000;
const MAX_SPOT = 70;

/** The draft as the notes say it now, with everything that was proposed at its place. */
export async function readReviewDraft(services: Services, scope: OrganisedMeeting): Promise<ReviewDraft> {
  const [meeting, notes, rows, people] = await Promise.all([
    readMeetingForMinutes(services.db, scope),
    readNotes(services, scope),
    listComplements(services.db, scope, { limit: MOST }),
    listPeopleOf(services.db, scope),
  ]);
  return draftOf(meeting, notes, rows, people);
}

/** The pure part of it. `personOf`: who sits behind an attendance; a person has one colour on every page. */
export function draftOf(
  { agenda, attendances }: Pick<MeetingForMinutes, 'agenda' | 'attendances'>,
  notes: readonly NoteSection[],
  rows: readonly ComplementRow[],
  personOf: ReadonlyMap<string, string>,
): ReviewDraft {
  const places = placesOf(notes);
  const placeOf = ({ blockId }: ComplementRow) => (blockId ? (places.get(blockId) ?? null) : null);
  const identities = new Map(attendances.map((attendance) => [attendance.id, identityOf(attendance)]));
  const shown = rows.map((row) => showProposal(row, placeOf(row), identities.get(row.attendanceId ?? '') ?? null));
  const proposals = Object.fromEntries(shown.map((each) => [each.id, each]));
  const turns = firstTurnsOf(notes);
  /** The paragraph beside which a proposal stands; '': none. An identity stands where its person first speaks. */
  const anchorOf = ({ kind, blockId, attendanceId }: ComplementRow): string => {
    if (kind === 'identity') return turns.get(attendanceId ?? '') ?? '';
    return blockId !== null && places.has(blockId) ? blockId : '';
  };
  const onBlock = Map.groupBy(rows, anchorOf);
  const loose = onBlock.get('') ?? [];
  onBlock.delete('');
  const ids = new Map(Array.from(onBlock, ([blockId, its]) => [blockId, its.map(({ id }) => id)]));
  const someGone = shown.some(({ gone }) => gone !== null);
  const speakerOf = speakersOf(attendances, personOf);
  const blocksOf = new Map(notes.map(({ agendaItemId, blocks }) => [agendaItemId, blocks]));
  const sections = agenda.map(({ id, title }): DraftSection => {
    const blocks = blocksOf.get(id) ?? [];
    const spots = someGone ? paragraphsOf(blocks).map(spotOf) : [];
    const its = loose.filter((row) => row.agendaItemId === id).map((row) => row.id);
    return { agendaItemId: id, title, rows: rowsOf(blocks, speakerOf, ids), loose: its, spots };
  });
  const placed = new Set(sections.flatMap((section) => [...section.rows.flatMap((row) => row.proposals), ...section.loose]));
  const general = rows.map(({ id }) => id).filter((id) => !placed.has(id));
  return {
    ...{ sections, general, proposals },
    inline: Object.fromEntries(Array.from(onBlock, ([blockId, its]) => [blockId, inlineOf(its, places.get(blockId), proposals)])),
    order: [...general, ...placed],
  };
}

const spotOf = ({ id: blockId, inline }: NoteParagraph) => ({ blockId, words: plainText(inline).slice(0, MAX_SPOT) });

function firstTurnsOf(notes: readonly NoteSection[]): Map<string, string> {
  const turns = new Map<string, string>();
  for (const { id, kind, speakerId } of notes.flatMap(({ blocks }) => paragraphsOf(blocks)))
    if (kind === 'turn' && speakerId && !turns.has(speakerId)) turns.set(speakerId, id);
  return turns;
}

/** What stands in the text of what is open: all additions after it, and the first change of it. */
function inlineOf(
  rows: readonly ComplementRow[],
  place: Place | undefined,
  proposals: Readonly<Record<string, ShownProposal>>,
): InlineProposal {
  const open = rows.filter(({ state }) => state === 'open');
  const change = open.find(({ kind }) => kind === 'replace' || kind === 'delete');
  const now = plainText(place?.paragraph.inline ?? []);
  return {
    parts: change ? compareForReading(now, proposals[change.id]?.result ?? now) : null,
    inserts: open.filter(({ kind }) => kind === 'insert').map(({ id }) => id),
  };
}

function speakersOf(attendances: readonly AttendanceForMinutes[], personOf: ReadonlyMap<string, string>): SpeakerOf {
  const people = new People(attendances);
  return (turn) => {
    const { id, speaker } = people.speakerOf(turn);
    const { name, organisation, function: role } = speaker;
    return { hue: (id && personOf.get(id)) ?? name, name: name || organisation, organisation: organisation || role };
  };
}

function identityOf(attendance: AttendanceForMinutes): ProposedIdentity {
  const { answer, substituteName, substituteFunction, organisationName: organisation } = attendance;
  if (answer === 'represented') return { name: substituteName, function: substituteFunction, organisation };
  return { name: fullNameOf(attendance), function: attendance.function, organisation };
}
