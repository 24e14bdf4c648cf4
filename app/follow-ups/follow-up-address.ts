import { FOLLOW_UP_LISTS, type FollowUpList } from '#app/model/follow-ups.ts';
import { parseUuid } from '#app/model/uuid.ts';

export interface ShownFollowUps {
  show: FollowUpList;
  /** A person or an organisation. */
  owner: string | null;
  /** From 1. */
  page: number;
}

const LAST_PAGE = 400;

/** What an address asks for ('?show=overdue&owner=…&page=2'); anything else counts as nothing asked. */
export function readFilter(search: URLSearchParams): ShownFollowUps {
  const page = Number(search.get('page') ?? '1');
  return {
    show: FOLLOW_UP_LISTS.find((one) => one === search.get('show')) ?? 'open',
    owner: parseUuid(search.get('owner')),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a group's list, without the language. */
export function addressOf(slug: string, { show, owner, page }: ShownFollowUps): string {
  const search = new URLSearchParams();
  if (show !== 'open') search.set('show', show);
  if (owner) search.set('owner', owner);
  if (page > 1) search.set('page', String(page));
  const query = search.toString();
  return `/groups/${slug}/follow-ups${query && `?${query}`}`;
}
