import type { MeetingPlan } from '#app/model/meetings.ts';
import { changesBetween, type ProgrammeChange } from '#app/model/programme-changes.ts';
import { type Clash, clashesOf } from '#app/model/programme-clashes.ts';
import { EMPTY_PROGRAMME, type ProgrammeContent } from '#app/model/programme-draft.ts';
import { formatEdtf, type When, whenOf } from '#app/model/when.ts';
import type { Executor } from '#db/client.ts';
import { findMeeting, type MeetingDetails } from '#db/meetings/read.ts';
import type { DraftSessionRow, ProgrammeDraftRow } from '#db/programme/read-draft.ts';
import { findLastVersion } from '#db/programme/read-published.ts';
import type { EditionState } from '#db/programme/write.ts';
import { countTold } from '#server/attendance/count-told.ts';
import { changesOf } from '#server/meetings/edit-meeting.ts';
import type { Services } from '#server/services.ts';
import { type OrganisedEdition, sessionOfEdition } from './access.ts';
import { duringEdition } from './create-session.ts';
import { readSeats } from './read-seats.ts';

/** One session, as it is and as it will be published. */
export interface SessionStep {
  current: MeetingDetails;
  plan: MeetingPlan;
  session: DraftSessionRow;
}

export interface Publication {
  content: ProgrammeContent;
  /** Number of the version before; 0: none. */
  lastNumber: number;
  changes: ProgrammeChange[];
  clashes: Clash[];
  steps: SessionStep[];
  /** Sessions that are drafts and will be announced. */
  announced: number;
  /** How many mails leave. */
  mails: number;
}

/** What publishing a draft would do. Changes nothing; sessions are read one after the other, in the order of their ids. */
export async function planPublication(
  db: Executor,
  services: Services,
  { scope, edition, draft }: { scope: OrganisedEdition; edition: EditionState; draft: ProgrammeDraftRow },
): Promise<Publication> {
  const last = await findLastVersion(db, scope);
  const content = contentOf(draft);
  const published = new Set(content.sessions.map(({ id }) => id));
  const steps: SessionStep[] = [];
  let mails = 0;
  for (const session of draft.sessions.filter(({ id }) => published.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const current = await findMeeting(db, sessionOfEdition(scope, session.id));
    const plan = { ...planOf(current), ...placeIn(session, draft, edition, current) };
    steps.push({ current, plan, session });
    mails += await countMails(db, services, current, plan);
  }
  const clashes = clashesOf({ ...draft, sessions: await readSeats(db, scope, draft) });
  return {
    ...{ content, steps, mails, clashes, lastNumber: last?.number ?? 0 },
    changes: changesBetween(last ?? EMPTY_PROGRAMME, content),
    announced: steps.filter(({ current }) => current.status === 'draft').length,
  };
}

/** The draft as it would be published: sessions in a slot, and announced ones that lost theirs. */
export function contentOf({ timeZone, slots, rooms, tracks, sessions }: ProgrammeDraftRow): ProgrammeContent {
  return {
    timeZone,
    slots: slots.map(({ revision: _, ...slot }) => slot),
    rooms: rooms.map(({ revision: _, ...room }) => room),
    tracks: tracks.map(({ revision: _, ...track }) => track),
    sessions: sessions
      .filter(({ status, slotId, revision }) => status !== 'cancelled' && (slotId !== null || (status === 'scheduled' && revision > 0)))
      .map(({ id, title, slotId, roomId, trackId }) => ({ id, title, slotId, roomId, trackId })),
  };
}

async function countMails(db: Executor, services: Services, current: MeetingDetails, plan: MeetingPlan): Promise<number> {
  if (current.status === 'scheduled' && changesOf(current, plan).length === 0) return 0;
  const what = current.status === 'draft' ? 'announced' : 'updated';
  return countTold(db, services, { meetingId: current.id, what, after: { edtf: formatEdtf(plan.when), timeZone: plan.timeZone } });
}

function placeIn(
  session: DraftSessionRow,
  { slots, rooms }: ProgrammeDraftRow,
  edition: EditionState,
  current: MeetingDetails,
): Pick<MeetingPlan, 'when' | 'timeZone' | 'placeName' | 'placeAddress'> {
  const slot = slots.find(({ id }) => id === session.slotId);
  const room = rooms.find(({ id }) => id === session.roomId);
  const when: When = slot
    ? { kind: 'time', start: `${slot.day}T${slot.startsAt}`, end: `${slot.day}T${slot.endsAt}`, toConfirm: slot.toConfirm }
    : duringEdition(edition);
  const { timeZone, place } = edition;
  // « Auditorium », at the address of the edition; without a room, the place itself, and not twice
  if (room) return { when, timeZone, placeName: room.name, placeAddress: current.placeAddress || place };
  return { when, timeZone, placeName: place, placeAddress: current.placeAddress === place ? '' : current.placeAddress };
}

function planOf(current: MeetingDetails): MeetingPlan {
  const { title, kind, edtf, timeZone, placeName, placeAddress, placeAccess, onlineUrl, summary, visibility, themes, countries } = current;
  return {
    title,
    kind,
    when: whenOf(edtf),
    timeZone,
    placeName,
    placeAddress,
    placeAccess,
    onlineUrl,
    summary,
    visibility,
    themes,
    countries,
  };
}
