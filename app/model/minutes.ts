/** draft: written from the notes · in_review: with those who spoke · approved · published: at least one version is out. */
export const MINUTES_STATES = ['draft', 'in_review', 'approved', 'published'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

/** Why a version was made. */
export const VERSION_REASONS = ['publication', 'erratum', 'editor_note', 'redaction'] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

/** Files that are rendered once, outside the request; the other formats are written when asked for. */
export const FILE_FORMATS = ['pdf', 'docx', 'odt'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export const FILE_STATES = ['queued', 'rendering', 'ready', 'failed'] as const;
export type FileState = (typeof FILE_STATES)[number];
