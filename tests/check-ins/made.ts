import type { Insertable } from 'kysely';
import type { DoorEvent, SyncQuestion } from '#app/model/door-protocol.ts';
import { nameKey } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { Database } from '#db/client.ts';
import type { DB } from '#db/schema.ts';
import { enterDoor } from '#server/check-ins/access.ts';
import { createDoor } from '#server/check-ins/create-door.ts';
import { hashBadge } from '#server/check-ins/hash-badge.ts';
import { readSalt } from '#server/check-ins/read-salt.ts';
import { syncDoor } from '#server/check-ins/sync-door.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { newBadgeCode } from '#server/registrations/badge-code.ts';
import type { Services } from '#server/services.ts';
import { makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';

export type Registration = Awaited<ReturnType<typeof makeRegistration>>;

/** An edition of two days, 20 and 21 June 2022 in Paris, with its organiser. */
export async function makeEdition(db: Database, given: Partial<Insertable<DB['editions']>> = {}) {
  const person = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  const group = await makeGroup(db);
  await makeMembership(db, { groupId: group.id, personId: person.id, role: 'organiser' });
  const edition = await db
    .insertInto('editions')
    .values({
      ...{ slug: `raict-${crypto.randomUUID().slice(0, 8)}`, name: 'RAICT 2022', place: 'Paris', groupId: group.id },
      ...{ startsOn: '2022-06-20', endsOn: '2022-06-21', timeZone: 'Europe/Paris', ...given },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { edition, group, viewer: viewerOf(person) };
}

export async function makeRegistration(db: Database, given: Partial<Insertable<DB['registrations']>> & { editionId: string }) {
  const { givenName = 'Karim', familyName = `Belhadj ${crypto.randomUUID().slice(0, 6)}` } = given;
  const names = { givenName, familyName, nameKey: nameKey(`${givenName} ${familyName}`) };
  return db
    .insertInto('registrations')
    .values({
      ...{ state: 'registered' as const, category: 'member' as const, organisationName: 'Ville de Nanterre' },
      ...{ badgeCode: newBadgeCode(), cancelledAt: given.state === 'cancelled' ? '2022-06-01T08:00:00Z' : null, ...names, ...given },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function makeSession(db: Database, { groupId, editionId }: { groupId: string; editionId: string }) {
  return makeMeeting(db, { groupId, editionId, kind: 'session', title: 'Amérique latine' });
}

/** A door made by an organiser, with its link. */
export async function makeDoor(services: Services, viewer: Viewer, slug: string, given: { name?: string; meetingId?: string | null } = {}) {
  const scope = await organiseEdition(services, viewer, slug);
  const door = { id: crypto.randomUUID() as string, name: 'Porte A', meetingId: null, countsOut: false, ...given };
  const made = await createDoor(services, { viewer, scope, door });
  if (!made.ok) throw new Error(made.reason);
  return { id: door.id, token: made.token };
}

/** A phone that talks with the server as the door page does. */
export function makePhone(services: Services, token: string, editionId: string) {
  const phone = crypto.randomUUID();
  return {
    phone,
    async badge(registration: Registration) {
      return hashBadge(await readSalt(services.db, editionId), registration.badgeCode);
    },
    /** A check of a badge at an instant of the phone's clock. */
    async check(registration: Registration, at: string, given: { kind?: 'in' | 'out'; warned?: boolean } = {}): Promise<DoorEvent> {
      return { id: crypto.randomUUID(), kind: 'in', warned: false, at, badge: await this.badge(registration), ...given };
    },
    async send(events: DoorEvent[], given: Partial<SyncQuestion> = {}) {
      const door = await enterDoor(services, null, token);
      if (!door) throw new Error('There is no such door.');
      const sentAt = services.clock.now().toString();
      return syncDoor(services, door, { phone, sentAt, version: null, day: null, change: 0, pending: events.length, events, ...given });
    },
  };
}
