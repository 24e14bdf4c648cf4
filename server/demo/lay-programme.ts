import type { SlotKind } from '#app/model/programme.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findProgrammeRevision } from '#db/demo/read-edition.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { addRoom } from '#server/programme/change-rooms.ts';
import { addSlot } from '#server/programme/change-slots.ts';
import { addTrack } from '#server/programme/change-tracks.ts';
import { placeSession } from '#server/programme/place-session.ts';
import { publishProgramme } from '#server/programme/publish-programme.ts';
import type { Services } from '#server/services.ts';

export interface DemoSlot {
  kind: SlotKind;
  label: string;
  day: string;
  startsAt: string;
  endsAt: string;
  toConfirm?: boolean;
}

export interface DemoProgramme {
  rooms: readonly { name: string; capacity: number | null }[];
  tracks: readonly string[];
  slots: readonly DemoSlot[];
  /** Where each stands; an hour is found by its day and its beginning. A session without a day waits for a place. */
  sessions: readonly { meetingId: string; day?: string; startsAt?: string; room?: string; track: string }[];
}

type By = { scope: OrganisedEdition; viewer: Viewer };

/** Ids by name, and of hours by 'YYYY-MM-DDTHH:MM'. */
export interface LaidProgramme {
  rooms: ReadonlyMap<string, string>;
  tracks: ReadonlyMap<string, string>;
  slots: ReadonlyMap<string, string>;
}

/** Rooms, tracks, hours and places of an edition that has none yet, by the verbs of the product. */
export async function layProgramme(services: Services, by: By, programme: DemoProgramme): Promise<LaidProgramme> {
  const [rooms, tracks, slots] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  for (const { name, capacity } of programme.rooms) {
    const room = { id: known(rooms, name), name, capacity };
    taken(await addRoom(services, { ...by, room }), name);
  }
  for (const name of programme.tracks) taken(await addTrack(services, { ...by, track: { id: known(tracks, name), name } }), name);
  for (const { toConfirm = false, ...slot } of programme.slots) {
    const hour = `${slot.day}T${slot.startsAt}`;
    taken(await addSlot(services, { ...by, slot: { id: known(slots, hour), toConfirm, ...slot } }), hour);
  }
  const laid = { rooms, tracks, slots };
  await placeSessions(services, by, laid, programme.sessions);
  return laid;
}

/** Puts sessions that were never placed where they stand. */
export async function placeSessions(
  services: Services,
  by: By,
  { rooms, tracks, slots }: LaidProgramme,
  sessions: DemoProgramme['sessions'],
): Promise<void> {
  for (const { meetingId, day, startsAt, room, track } of sessions) {
    const slotId = day ? (slots.get(`${day}T${startsAt}`) ?? null) : null;
    const to = { slotId, roomId: (room && rooms.get(room)) || null, trackId: tracks.get(track) ?? null };
    taken(await placeSession(services, { ...by, meetingId, to, revision: 0 }), meetingId);
  }
}

/** Publishes the draft as it stands, whatever clashes in it. Throws where the product would refuse. */
export async function publishDraft(services: Services, by: By, note: string): Promise<void> {
  const programmeRevision = await findProgrammeRevision(services.db, by.scope.editionId);
  taken(await publishProgramme(services, { ...by, programmeRevision, note, clashesKnown: true }), note);
}

/** The id of what has this name, made the first time. */
function known(ids: Map<string, string>, name: string): string {
  const id = ids.get(name) ?? crypto.randomUUID();
  ids.set(name, id);
  return id;
}

function taken(answer: { ok: true } | { ok: false; reason: string }, what: string): void {
  if (!answer.ok) throw new Error(`The programme of the demo was not taken (${what}): ${answer.reason}.`);
}
