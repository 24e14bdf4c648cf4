/** Longest search that a page reads, in characters, and most words of it. */
export const SEARCH_LIMITS = { length: 100, words: 6 } as const;

/** The words of a search as the tables keep them (db/migrations/011): lower case, without accents; each may be the beginning of one. */
export function searchWords(text: string, most: number = SEARCH_LIMITS.words): string[] {
  const folded = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu))].slice(0, most);
}
