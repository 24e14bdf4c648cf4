import type { ImportedPiece } from '#app/model/imports.ts';
import type { Inline } from '#app/model/notes.ts';

// 64 characters are the longest local part (RFC 5321, 4.5.3.1.1), and keep a long line from being read again and again
const ADDRESS = /[^\s@<>()|,;]{1,64}@[^\s@<>()|,;]+\.\p{L}{2,}/gu;
const TELEPHONE = /(?<![\d.])(?:\+\d{1,3}[ .]?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/gu;

/** The pieces without the e-mail addresses and telephone numbers in their words: published, they would be anybody's. */
export function withoutContacts(pieces: readonly ImportedPiece[]): ImportedPiece[] {
  return pieces.flatMap((piece) => {
    if (!hasContacts(piece)) return [piece];
    const inline = cleared(piece.inline);
    const cells = piece.cells.map(cleared);
    const words = [...inline, ...cells.flat()].some((run) => /[\p{L}\p{N}]/u.test(run.text));
    return words ? [{ ...piece, inline, cells }] : [];
  });
}

export function hasContacts({ inline, cells }: Pick<ImportedPiece, 'inline' | 'cells'>): boolean {
  return [inline, ...cells].some((runs) => {
    const text = runs.map((run) => run.text).join('');
    return text.search(ADDRESS) >= 0 || text.search(TELEPHONE) >= 0 || runs.some((run) => run.href?.startsWith('mailto:'));
  });
}

/** A text without them. */
export const withoutContactsIn = (text: string): string => text.replace(ADDRESS, '').replace(TELEPHONE, '');

function cleared(inline: readonly Inline[]): Inline[] {
  return inline
    .map(({ href, ...run }): Inline => {
      const text = withoutContactsIn(run.text);
      return { ...run, text, ...(href && !href.startsWith('mailto:') ? { href } : {}) };
    })
    .filter((run) => run.text !== '');
}
