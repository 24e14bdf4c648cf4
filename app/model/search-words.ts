/** Longest search that is read, in characters, and most words of it. */
export const SEARCH_LIMITS = { length: 100, words: 6 } as const;

/** The words of a search as the tables keep them (db/migrations/011): lower case, without accents; each may be the beginning of one. */
export function searchWords(text: string): string[] {
  const folded = text
    .slice(0, SEARCH_LIMITS.length)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu))].slice(0, SEARCH_LIMITS.words);
}
