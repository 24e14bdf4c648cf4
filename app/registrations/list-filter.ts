import { ORGANISATION_KINDS } from '#app/model/directory.ts';
import { REGISTRATION_CATEGORIES, REGISTRATION_STATES } from '#app/model/registrations.ts';
import { SEARCH_LIMITS, searchWords } from '#app/model/search-words.ts';
import { isUuid } from '#app/model/uuid.ts';

/** What the address of the list asks for; whatever it does not know it leaves out. */
export function filterOf(searchParams: URLSearchParams) {
  const q = (searchParams.get('q') ?? '').slice(0, SEARCH_LIMITS.length);
  const one = <Word extends string>(words: readonly Word[], name: string) => words.find((word) => word === searchParams.get(name)) ?? null;
  const session = searchParams.get('session') ?? '';
  return {
    ...{ q, words: searchWords(q), state: one(REGISTRATION_STATES, 'state'), category: one(REGISTRATION_CATEGORIES, 'category') },
    ...{ kind: one(ORGANISATION_KINDS, 'kind'), meetingId: isUuid(session) ? session : null },
    page: Math.min(Math.max(Number.parseInt(searchParams.get('page') ?? '1', 10) || 1, 1), 1000),
  };
}

export type ListFilter = ReturnType<typeof filterOf>;

/** The address of another page of the same list. */
export function queryOf({ q, state, category, kind, meetingId }: ListFilter, page: number): string {
  const given = { q, state, category, kind, session: meetingId, page: page > 1 ? String(page) : null };
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size > 0 ? `?${query}` : '';
}
