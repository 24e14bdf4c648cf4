import { ORGANISATION_KINDS, type OrganisationKind } from '#app/model/directory.ts';
import type { Annex, AnnexPerson, AttributionLevel } from '#app/model/minutes-content.ts';
import type { AttendanceForMinutes } from '#db/minutes/read-for-composing.ts';
import { asSpeaker } from './edition-people.ts';

/**
 * The participants annex. Who was there: those checked in, when anybody was; else those who said they would come.
 * Whoever spoke was there in any case. A person who was represented appears through the one who came instead; when nobody
 * came, with those who are excused.
 *
 * The public edition follows the attribution of the meeting as a whole (`level`; the internal edition: by name), not that of single statements: being there is
 * no statement. But where words are attributed to organisations, a list of names beside it would give the speakers away (often
 * one person came from each), so it lists organisations; and where nobody is told, not even organisations (the Chatham House
 * rule: neither the identity nor the affiliation of any participant).
 */
export function composeAnnex(attendances: readonly AttendanceForMinutes[], spoke: ReadonlySet<string>, level: AttributionLevel): Annex {
  const checkedIn = attendances.some((attendance) => attendance.checkedInAt !== null);
  const present = new Set(
    attendances.filter((attendance) => {
      if (spoke.has(attendance.id)) return true;
      if (checkedIn) return attendance.checkedInAt !== null;
      return attendance.answer === 'in_person' || attendance.answer === 'remote' || attendance.answer === 'represented';
    }),
  );
  const excused = attendances.filter(
    (attendance) => !present.has(attendance) && (attendance.answer === 'declined' || attendance.answer === 'represented'),
  );
  const told = (people: AnnexPerson[]) => attributed(people.sort(byOrganisationThenName), level);
  return {
    present: ORGANISATION_KINDS.map((kind) => ({ kind, people: told(peopleOf(present, kind)) })).filter(({ people }) => people.length > 0),
    excused: told(excused.map(inPerson)),
  };
}

function attributed(people: AnnexPerson[], level: AttributionLevel): AnnexPerson[] {
  if (level === 'name') return people;
  if (level !== 'organisation') return [];
  const organisations = new Set(people.map(({ organisation }) => organisation).filter(Boolean));
  return [...organisations].map((organisation) => ({ organisation, name: '', function: '', answer: 'none', represents: null }));
}

function peopleOf(attendances: ReadonlySet<AttendanceForMinutes>, kind: OrganisationKind): AnnexPerson[] {
  return [...attendances].filter((attendance) => attendance.organisationKind === kind).map(asPerson);
}

function asPerson(attendance: AttendanceForMinutes): AnnexPerson {
  const represents = attendance.answer === 'represented' ? ownName(attendance) : null;
  return { ...asSpeaker(attendance), answer: attendance.answer, represents };
}

function inPerson({ organisationName, function: role, answer, ...attendance }: AttendanceForMinutes): AnnexPerson {
  return { organisation: organisationName, name: ownName(attendance), function: role, answer, represents: null };
}

function ownName({ givenName, familyName }: Pick<AttendanceForMinutes, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`.trim();
}

const collator = new Intl.Collator('fr');

function byOrganisationThenName(a: AnnexPerson, b: AnnexPerson): number {
  return collator.compare(a.organisation, b.organisation) || collator.compare(a.name, b.name);
}
