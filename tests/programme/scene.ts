import type { EditionPlan } from '#app/model/programme.ts';
import type { ProgrammeSlot } from '#app/model/programme-draft.ts';
import { readDraft } from '#db/programme/read-draft.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { addRoom } from '#server/programme/change-rooms.ts';
import { addSlot } from '#server/programme/change-slots.ts';
import { createEdition } from '#server/programme/create-edition.ts';
import { createSession, type SessionPlan } from '#server/programme/create-session.ts';
import { placeSession } from '#server/programme/place-session.ts';
import { publishProgramme } from '#server/programme/publish-programme.ts';
import { aGroup } from '#tests/meetings/scene.ts';
import type { TestServices } from '#tests/support/services.ts';

export function anEdition(given: Partial<EditionPlan> = {}): EditionPlan {
  return {
    ...{ name: 'RAICT 2022', summary: 'Deux jours.', place: 'Palais des congrès, Paris', timeZone: 'Europe/Paris' },
    ...{ startsOn: '2022-09-18', endsOn: '2022-09-19' },
    ...given,
  };
}

export function aSlot(startsAt: string, endsAt: string, given: Partial<ProgrammeSlot> = {}): ProgrammeSlot {
  return { id: crypto.randomUUID(), kind: 'sessions', label: '', day: '2022-09-18', startsAt, endsAt, toConfirm: false, ...given };
}

export function aSession(title: string, given: Partial<SessionPlan> = {}): SessionPlan {
  return { title, summary: '', visibility: 'public', themes: [], countries: [], languages: [], capacity: null, ...given };
}

/** An edition of a group with two organisers, two hours of sessions and two rooms, as its first organiser prepares it. */
export async function aProgramme(services: TestServices) {
  const group = await aGroup(services);
  const { viewers } = group;
  const editionId = crypto.randomUUID();
  const { slug } = await createEdition(services, { viewer: viewers.ines, scope: group.scope, id: editionId, plan: anEdition() });
  const scope = await organiseEdition(services, viewers.ines, slug);
  const by = { viewer: viewers.ines, scope };
  const slots = { early: aSlot('14:30', '16:00'), late: aSlot('16:30', '18:00') };
  await addSlot(services, { ...by, slot: slots.early });
  await addSlot(services, { ...by, slot: slots.late });
  const rooms = {
    hall: { id: crypto.randomUUID(), name: 'Auditorium', capacity: 300 },
    small: { id: crypto.randomUUID(), name: 'Salle B', capacity: 20 },
  };
  await addRoom(services, { ...by, room: rooms.hall });
  await addRoom(services, { ...by, room: rooms.small });
  const session = async (title: string, given: Partial<SessionPlan> = {}) => {
    const id = crypto.randomUUID();
    await createSession(services, { ...by, id, session: aSession(title, given) });
    return id;
  };
  const draft = () => readDraft(services.db, scope);
  /** Puts it there, over whatever the draft says. */
  const place = async (meetingId: string, slot: ProgrammeSlot | null, room: { id: string } | null = null) => {
    const revision = (await draft()).sessions.find(({ id }) => id === meetingId)?.revision ?? 0;
    const to = { slotId: slot?.id ?? null, roomId: room?.id ?? null, trackId: null };
    return placeSession(services, { ...by, meetingId, to, revision });
  };
  const publish = async (given: Partial<Parameters<typeof publishProgramme>[1]> = {}) => {
    const { programmeRevision } = await draft();
    return publishProgramme(services, { ...by, programmeRevision, note: '', clashesKnown: false, ...given });
  };
  return { ...group, groupScope: group.scope, editionId, slug, scope, by, slots, rooms, session, draft, place, publish };
}
