import type { AttendanceRole } from '#app/model/attendance.ts';
import { guessOrganisationKind, parseEmail, personKey } from '#app/model/directory.ts';
import type { ImportDraft, ImportedAttendee } from '#app/model/imports.ts';
import type { Trx } from '#db/client.ts';
import { insertPeople } from '#db/directory/write.ts';
import { insertPastAttendances } from '#db/imports/write.ts';
import { findOrCreateOrganisations } from '#server/directory/find-or-create-organisation.ts';
import type { Importer } from './access.ts';
import { derivedId } from './derived-id.ts';
import { matchAttendees } from './match-attendees.ts';

/** By the id of an attendee of the draft: whose attendance it is. */
export type AttendanceIds = ReadonlyMap<string, string>;

/** Ids in the draft of those of whom nobody said who they are, and nothing tells. */
/** `attendees`: the draft's, each with who they are. */
export type PeopleAnswer = { ok: true; attendances: AttendanceIds; attendees: ImportedAttendee[] } | { ok: false; undecided: string[] };

/**
 * Puts those who attended on the list of a past meeting, as the paper names them; people who are not in the directory are added
 * to it, and what it says of those who are stays. Nobody is written to.
 */
export async function importPeople(
  trx: Trx,
  { scope, group, viewer }: Importer,
  { draft, meetingId, place, now }: { draft: ImportDraft; meetingId: string; place: string; now: string },
): Promise<PeopleAnswer> {
  const wanted = draft.attendees.filter((one) => !one.out && one.familyName + one.givenName !== '');
  const matches = await matchAttendees(trx, group, wanted);
  const whoOf = (one: ImportedAttendee) => one.person ?? matches.get(one.id)?.proposed ?? null;
  const undecided = wanted.filter((one) => whoOf(one) === null).map((one) => one.id);
  if (undecided.length > 0) return { ok: false, undecided };
  await addPeople(
    trx,
    wanted.filter((one) => whoOf(one) === 'new'),
    scope.importId,
  );
  const attendances = new Map<string, string>();
  const people = new Map<string, string>();
  const online = /visio|zoom|teams|webex|en ligne|webinaire/i.test(place);
  const byPerson = new Map<string, { id: string; attendee: ImportedAttendee }>();
  for (const one of wanted) {
    const who = whoOf(one);
    const personId = who === 'new' || who === null ? derivedId(scope.importId, `person ${one.id}`) : who;
    // two spellings of one person are one attendance
    const known = byPerson.get(personId);
    if (!known) byPerson.set(personId, { id: derivedId(scope.importId, `attendance ${one.id}`), attendee: one });
    people.set(one.id, personId);
    attendances.set(one.id, known?.id ?? derivedId(scope.importId, `attendance ${one.id}`));
  }
  const spoke = new Set(draft.pieces.flatMap((piece) => (piece.kind !== 'out' && piece.speakerId ? [piece.speakerId] : [])));
  await insertPastAttendances(
    trx,
    [...byPerson].map(([personId, { id, attendee }]) => ({
      ...{ id, meetingId, personId, givenName: attendee.givenName, familyName: attendee.familyName, function: attendee.function },
      organisationName: attendee.organisation,
      organisationKind: attendee.organisation ? guessOrganisationKind(attendee.organisation) : ('other' as const),
      roles: rolesOf(attendee, spoke.has(attendee.id)),
      answer: attendee.excused ? ('declined' as const) : online ? ('remote' as const) : ('in_person' as const),
      ...{ answeredBy: viewer.personId, answeredAt: now, createdAt: now },
    })),
  );
  const attendees = draft.attendees.map((one) => ({ ...one, person: people.get(one.id) ?? one.person }));
  return { ok: true, attendances, attendees };
}

function rolesOf({ roles }: ImportedAttendee, spoke: boolean): AttendanceRole[] {
  const held = roles.filter((role) => role !== 'participant' || !spoke);
  return spoke && !held.includes('speaker') ? [...held, 'speaker'] : held;
}

async function addPeople(trx: Trx, people: readonly ImportedAttendee[], importId: string): Promise<void> {
  const placed = people.filter((one) => one.organisation !== '');
  const organisations = await findOrCreateOrganisations(
    trx,
    placed.map((one) => ({ name: one.organisation })),
  );
  const organisationOf = new Map(placed.map((one, at) => [one.id, organisations[at]?.id ?? null]));
  const rows = people.map((one) => ({
    id: derivedId(importId, `person ${one.id}`),
    givenName: one.givenName,
    // somebody known by one name only has it as family name
    familyName: one.familyName || one.givenName,
    nameKey: personKey(one.givenName, one.familyName),
    email: one.keepEmail ? parseEmail(one.email) : null,
    function: one.function,
    organisationId: organisationOf.get(one.id) ?? null,
  }));
  const inserted = new Set(await insertPeople(trx, rows));
  // an address that found an owner a moment ago stays with them
  const left = rows.filter((row) => !inserted.has(row.id));
  await insertPeople(
    trx,
    left.map((row) => ({ ...row, email: null })),
  );
}
