import type { AttendanceRole } from './attendance.ts';

/** Who is asked by a personal link: whoever has one of these roles in a session of the edition. */
export const SPEAKER_ROLES = ['chair', 'facilitator', 'speaker'] as const satisfies readonly AttendanceRole[];
export type SpeakerRole = (typeof SPEAKER_ROLES)[number];

/** Longest texts in characters, heaviest files in bytes; the tables hold the same (db/migrations/016-speakers.sql). */
export const SPEAKER_LIMITS = {
  name: 100,
  function: 200,
  organisation: 200,
  about: 2000,
  regret: 500,
  fileName: 150,
  portraitBytes: 15_000_000,
  slidesBytes: 30_000_000,
  speakers: 1000,
} as const;

/** Width and height of a portrait, in pixels. */
export const PORTRAIT_SIZE = 512;

export const SLIDES_FORMATS = ['pdf', 'pptx', 'odp'] as const;
export type SlidesFormat = (typeof SLIDES_FORMATS)[number];

export const SLIDES_TYPES: Record<SlidesFormat, string> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
};

/** Who may have slides: the organisers only; whoever may see the session once its minutes are published; the same from now on. */
export const SLIDES_RELEASES = ['with_minutes', 'now', 'held'] as const;
export type SlidesRelease = (typeof SLIDES_RELEASES)[number];

/** What an organiser still waits for. Slides and portraits are wanted, not owed by chairs: those have nothing to show. */
export const OWED = ['answer', 'details', 'about', 'portrait', 'slides'] as const;
export type Owed = (typeof OWED)[number];

/** What somebody still owes, by what they sent: slides only of a session in which they speak. */
export function owedBy(sent: {
  sessions: readonly { roles: readonly AttendanceRole[]; answer: string; slides: boolean }[];
  details: boolean;
  about: boolean;
  portrait: boolean;
}): Owed[] {
  const coming = sent.sessions.filter(({ answer }) => answer !== 'declined');
  if (coming.length === 0) return [];
  const owed: Owed[] = [];
  if (coming.some(({ answer }) => answer === 'none')) owed.push('answer');
  if (!sent.details) owed.push('details');
  if (!sent.about) owed.push('about');
  if (!sent.portrait) owed.push('portrait');
  if (coming.some(({ roles, slides }) => roles.includes('speaker') && !slides)) owed.push('slides');
  return owed;
}
