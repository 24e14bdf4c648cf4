import type { MinutesSection } from './minutes-content.ts';

/**
 * Notes that an organiser opened to everybody, while they are written: the public edition of what they would become, and
 * nothing else of the meeting. A Socket.IO namespace of its own, without a session: a page says `open:watch { meetingId }`
 * once and is given all of it; then `open:notes` at each change, once a second at most, with the sections that changed.
 */
export const OPEN_NOTES = '/open-notes';

export interface OpenSections {
  /** Anchors of all sections, in their order. */
  order: string[];
  /** Those that changed; all of them at first. */
  sections: MinutesSection[];
}

export type OpenWatchAnswer = ({ ok: true } & OpenSections) | { ok: false; reason: 'not-open' | 'too-many' };

export interface OpenNotesClientEvents {
  'open:watch': (what: { meetingId: string }, answer: (answer: OpenWatchAnswer) => void) => void;
}
export interface OpenNotesServerEvents {
  'open:notes': (change: OpenSections) => void;
  /** They are not open any more. */
  'open:closed': () => void;
}

/** What is shown after a change. */
export function withChange(shown: readonly MinutesSection[], { order, sections }: OpenSections): MinutesSection[] {
  const all = new Map([...shown, ...sections].map((section) => [section.anchor, section]));
  return order.flatMap((anchor) => all.get(anchor) ?? []);
}
