import { ORGANISATION_KINDS, type OrganisationKind } from '#app/model/directory.ts';
import type { Annex, AnnexPerson } from '#app/model/minutes-content.ts';
import type { AttendanceForMinutes } from '#db/minutes/read.ts';

/**
 * The participants annex. Who was there: those checked in, when anybody was; else those who said they would come.
 * Whoever spoke was there in any case. A person who was represented appears through the one who came instead.
 */
export function composeAnnex(attendances: readonly AttendanceForMinutes[], spoke: ReadonlySet<string>): Annex {
  const checkedIn = attendances.some((attendance) => attendance.checkedInAt !== null);
  const present = attendances.filter((attendance) => {
    if (spoke.has(attendance.id)) return true;
    if (checkedIn) return attendance.checkedInAt !== null;
    return attendance.answer === 'in_person' || attendance.answer === 'remote' || attendance.answer === 'represented';
  });
  const excused = attendances.filter((attendance) => attendance.answer === 'declined' && !present.includes(attendance));
  return {
    present: ORGANISATION_KINDS.map((kind) => ({ kind, people: peopleOf(present, kind) })).filter((group) => group.people.length > 0),
    excused: excused.map(asPerson).sort(byOrganisationThenName),
  };
}

function peopleOf(attendances: readonly AttendanceForMinutes[], kind: OrganisationKind): AnnexPerson[] {
  return attendances
    .filter((attendance) => attendance.organisationKind === kind)
    .map(asPerson)
    .sort(byOrganisationThenName);
}

function asPerson(attendance: AttendanceForMinutes): AnnexPerson {
  const own = `${attendance.givenName} ${attendance.familyName}`.trim();
  const represented = attendance.answer === 'represented';
  return {
    organisation: attendance.organisationName,
    name: represented ? attendance.substituteName : own,
    function: represented ? attendance.substituteFunction : attendance.function,
    answer: attendance.answer,
    represents: represented ? own : null,
  };
}

const collator = new Intl.Collator('fr');

function byOrganisationThenName(a: AnnexPerson, b: AnnexPerson): number {
  return collator.compare(a.organisation, b.organisation) || collator.compare(a.name, b.name);
}
