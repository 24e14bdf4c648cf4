import type { ImportDraft, ImportedPiece, SourcePart } from '#app/model/imports.ts';

/** Pieces on one page: each has a list of what it may become. */
const PAGE = 150;

export interface ShownPiece {
  piece: ImportedPiece;
  /** The part of the source that it is (a piece of); null: it stands beside the piece above already. */
  source: SourcePart | null;
}

export function pagesOf(draft: ImportDraft, onlyUnsure: boolean): number {
  return Math.max(1, Math.ceil(wanted(draft, onlyUnsure).length / PAGE));
}

export function shownPieces(draft: ImportDraft, { page, onlyUnsure }: { page: number; onlyUnsure: boolean }): ShownPiece[] {
  const shown = wanted(draft, onlyUnsure).slice((page - 1) * PAGE, page * PAGE);
  return shown.map((piece, index) => ({
    piece,
    source: index > 0 && shown[index - 1]?.part === piece.part ? null : (draft.source[piece.part] ?? null),
  }));
}

function wanted({ pieces }: ImportDraft, onlyUnsure: boolean): ImportedPiece[] {
  return onlyUnsure ? pieces.filter((piece) => piece.confidence === 'unsure') : pieces;
}
