import { ORGANISATION_KINDS } from '#app/model/directory.ts';
import type { DirectoryFilter } from '#db/directory/read.ts';

/** The filter that an address asks for: /directory?country=AR&kind=commune&q=climat&page=2. What it cannot mean is left out. */
export function filterOf(searchParams: URLSearchParams): DirectoryFilter & { page: number } {
  const country = searchParams.get('country')?.toUpperCase() ?? '';
  const page = Math.trunc(Number(searchParams.get('page'))) || 1;
  return {
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    kinds: ORGANISATION_KINDS.filter((kind) => searchParams.getAll('kind').includes(kind)),
    text: (searchParams.get('q') ?? '').toWellFormed().slice(0, 100).trim(),
    page: Math.min(Math.max(page, 1), 1000),
  };
}

/** The address of a filter, with something in it changed. */
export function addressOf(filter: DirectoryFilter & { page: number }, change: Partial<DirectoryFilter & { page: number }>): string {
  const { country, kinds, text, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (text) search.set('q', text);
  if (country) search.set('country', country);
  for (const kind of kinds) search.append('kind', kind);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `/directory?${search}` : '/directory';
}
