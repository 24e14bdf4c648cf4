/** draft: written from the notes · in_review: with those who spoke · approved · published: at least one version is out. */
export const MINUTES_STATES = ['draft', 'in_review', 'approved', 'published'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

/**
 * Where minutes may go from each state. They are published by `publishMinutes` alone: from the draft, approved, or again as
 * a next version; never while others still review them. From anywhere one comes back to the draft.
 */
const NEXT_STATES: Readonly<Record<MinutesState, readonly MinutesState[]>> = {
  draft: ['in_review', 'approved', 'published'],
  in_review: ['approved', 'draft'],
  approved: ['published', 'draft'],
  published: ['published', 'draft', 'in_review', 'approved'],
};

export function mayBecome(from: MinutesState, to: MinutesState): boolean {
  return NEXT_STATES[from].includes(to);
}

/** Who writes in the notes that minutes in this state are made of. */
export function notesOpenTo(state: MinutesState): 'invited' | 'organisers' | 'nobody' {
  if (state === 'draft') return 'invited';
  // those who spoke propose; and what is out is put right by those who answer for it
  return state === 'approved' ? 'nobody' : 'organisers';
}

/** Why a version was made. */
export const VERSION_REASONS = ['publication', 'erratum', 'editor_note', 'redaction'] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

/** Files that are rendered once, outside the request; the other formats are written when asked for. */
export const FILE_FORMATS = ['pdf', 'docx', 'odt'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export const FILE_STATES = ['queued', 'rendering', 'ready', 'failed'] as const;
export type FileState = (typeof FILE_STATES)[number];
