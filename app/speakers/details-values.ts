import { m } from '#app/messages/compiled/messages.js';
import { SPEAKER_LIMITS } from '#app/model/speakers.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import type { SpeakerDetails } from '#server/speakers/save-details.ts';

export type DetailsFaults = Partial<Record<keyof SpeakerDetails, string>>;

const LIMITS: Record<keyof SpeakerDetails, number> = {
  givenName: SPEAKER_LIMITS.name,
  familyName: SPEAKER_LIMITS.name,
  function: SPEAKER_LIMITS.function,
  organisation: SPEAKER_LIMITS.organisation,
  about: SPEAKER_LIMITS.about,
};

/** What somebody typed about themselves, cleaned, with what is to be corrected. */
export function readDetails(form: FormData): { values: SpeakerDetails; faults: DetailsFaults } {
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const values: SpeakerDetails = {
    givenName: cleanLine(typed('givenName')),
    familyName: cleanLine(typed('familyName')),
    function: cleanLine(typed('function')),
    organisation: cleanLine(typed('organisation')),
    about: cleanText(typed('about')),
  };
  const faults: DetailsFaults = {};
  if (values.familyName === '') faults.familyName = m.speakers_fault_needed();
  for (const [name, max] of Object.entries(LIMITS) as [keyof SpeakerDetails, number][])
    if ([...values[name]].length > max) faults[name] = m.speakers_fault_too_long({ max: max.toLocaleString() });
  return { values, faults };
}
