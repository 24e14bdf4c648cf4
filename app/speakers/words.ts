import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { Owed, SlidesRelease } from '#app/model/speakers.ts';
import type { PortraitFault } from '#server/speakers/portraits/make-portrait.ts';
import type { SlidesRefusal } from '#server/speakers/slides/check-slides.ts';

const OWED_WORDS: Record<Owed, () => string> = {
  answer: m.speakers_owed_answer,
  details: m.speakers_owed_details,
  about: m.speakers_owed_about,
  portrait: m.speakers_owed_portrait,
  slides: m.speakers_owed_slides,
};

/** « confirmation, texte et portrait » */
export function owedWords(owed: readonly Owed[]): string {
  return new Intl.ListFormat(getLocale()).format(owed.map((one) => OWED_WORDS[one]()));
}

export const RELEASE_WORDS: Record<SlidesRelease, () => string> = {
  with_minutes: m.speakers_slides_with_minutes,
  now: m.speakers_slides_now,
  held: m.speakers_slides_held,
};

export const PORTRAIT_FAULTS: Record<PortraitFault, () => string> = {
  empty: m.speakers_portrait_fault_empty,
  'too-heavy': m.speakers_portrait_fault_heavy,
  'not-a-picture': m.speakers_portrait_fault_not_a_picture,
  'too-large': m.speakers_portrait_fault_large,
  'too-small': m.speakers_portrait_fault_small,
  broken: m.speakers_portrait_fault_broken,
  heic: m.speakers_portrait_fault_heic,
};

export const SLIDES_FAULTS: Record<SlidesRefusal, () => string> = {
  empty: m.speakers_slides_fault_empty,
  'too-heavy': m.speakers_slides_fault_heavy,
  'not-slides': m.speakers_slides_fault_not_slides,
  'old-format': m.speakers_slides_fault_old_format,
  macros: m.speakers_slides_fault_macros,
  objects: m.speakers_slides_fault_objects,
  scripts: m.speakers_slides_fault_scripts,
  attachments: m.speakers_slides_fault_attachments,
  encrypted: m.speakers_slides_fault_encrypted,
  bomb: m.speakers_slides_fault_bomb,
  damaged: m.speakers_slides_fault_damaged,
};

/** « 2,4 Mo », « 310 ko »: decimal units, as systems show them. */
export function sizeWords(bytes: number): string {
  const number = (value: number, digits: number) => value.toLocaleString(getLocale(), { maximumFractionDigits: digits });
  if (bytes >= 1e6) return m.speakers_megabytes({ size: number(bytes / 1e6, 1) });
  return m.speakers_kilobytes({ size: number(Math.max(1, bytes / 1e3), 0) });
}
