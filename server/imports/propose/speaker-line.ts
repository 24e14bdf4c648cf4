import { CIVILITY, FUNCTION, NAME } from './words.ts';

const WITH_FUNCTION = new RegExp(String.raw`^(${CIVILITY} )?(${NAME}),? ?(?:,|[(–-]) ?([^:.!?]{2,150}?)\)?\s*:$`, 'u');
const BARE = new RegExp(String.raw`^(${CIVILITY} )?(${NAME})\s*:$`, 'u');

export interface SpeakerLine {
  name: string;
  /** Function and organisation as written; '' when the line has a name only. */
  place: string;
  /** The line says what the person does, so it can hardly be anything else. */
  sure: boolean;
}

/** « Nom, fonction à organisme : », alone on its line; null for anything else. */
export function speakerOf(line: string): SpeakerLine | null {
  const written = line.replace(/\s+/g, ' ').trim();
  const full = WITH_FUNCTION.exec(written);
  if (full) {
    const place = (full[3] ?? '').trim();
    if (FUNCTION.test(place)) return { name: full[2] ?? '', place, sure: true };
    return place.split(' ').length <= 8 && /^\p{Lu}/u.test(place) ? { name: full[2] ?? '', place, sure: false } : null;
  }
  const bare = BARE.exec(written);
  return bare?.[1] ? { name: bare[2] ?? '', place: '', sure: false } : null;
}

export function isSpeakerLine(line: string): boolean {
  return speakerOf(line) !== null;
}
