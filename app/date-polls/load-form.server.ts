import { getLocale } from '#app/locale.ts';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { isUuid } from '#app/model/uuid.ts';
import { findPeopleToAsk, listChosenPeople, listMembersToAsk } from '#db/date-polls/read-form.ts';
import { type DateHints, readDateHints } from '#server/date-polls/read-date-hints.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import { parseDates } from './parse-poll-form.ts';
import type { PollFormValues } from './poll-form-values.ts';

const FOUND = 12;

/** Who can be ticked: the group's members, and of the others those ticked before and those found now. */
export async function loadPeople(services: Services, scope: OrganisedGroup, network: NetworkScope, values: PollFormValues) {
  const { db } = services;
  const [members, chosen, found] = await Promise.all([
    listMembersToAsk(db, scope, { limit: DATE_POLL_LIMITS.voters }),
    listChosenPeople(db, { group: scope, network }, values.personIds.filter(isUuid)),
    findPeopleToAsk(db, network, { query: values.query, limit: FOUND }),
  ]);
  const known = new Set(members.map((member) => member.id));
  const others = new Map([...chosen, ...found].filter((person) => !known.has(person.id)).map((person) => [person.id, person]));
  return { members, others: [...others.values()] };
}

/** Hints for the rows that hold a date, by row. */
export async function loadHints(services: Services, network: NetworkScope, values: PollFormValues): Promise<Record<number, DateHints>> {
  const { dates, timeZone } = parseDates(values);
  const durationMinutes = Math.min(
    Math.max(Number.parseInt(values.duration, 10) || 60, DATE_POLL_LIMITS.minutes.least),
    DATE_POLL_LIMITS.minutes.most,
  );
  const asked = { dates, durationMinutes, timeZone: timeZone ?? 'UTC', locale: getLocale() };
  const hints = await readDateHints(services, network, asked);
  return Object.fromEntries(dates.flatMap(({ row }, index) => (hints[index] ? [[row, hints[index]]] : [])));
}
