import { m } from '#app/messages/compiled/messages.js';
import { parseRevision } from '#app/model/revision.ts';
import type { SpeakerScope } from '#app/model/scope.ts';
import { SLIDES_RELEASES, SPEAKER_LIMITS } from '#app/model/speakers.ts';
import { cleanText } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import type { Services } from '#server/services.ts';
import { answerSession } from '#server/speakers/answer-session.ts';
import { keepPortrait, removePortrait } from '#server/speakers/keep-portrait.ts';
import { chooseRelease, keepSlides, removeSlides } from '#server/speakers/keep-slides.ts';
import { type SpeakerDetails, saveDetails } from '#server/speakers/save-details.ts';
import { type DetailsFaults, readDetails } from './details-values.ts';
import { PORTRAIT_FAULTS, SLIDES_FAULTS } from './words.ts';

/** What a form of the page came to: a word for the page that follows, or what is shown beside the form that was sent. */
export type Acted = { said: Said; at: string } | { status: number; refused: Refused };

export interface Refused {
  portrait?: string;
  details?: { values: SpeakerDetails; faults: DetailsFaults; conflict: boolean };
  /** Of one session. */
  session?: { attendanceId: string; slides?: string; regret?: { words: string; fault: string }; notice?: string };
}

export const SAID = ['answer', 'details', 'portrait', 'no-portrait', 'slides', 'no-slides', 'release'] as const;
export type Said = (typeof SAID)[number];

/** Does what one form of a speaker's page asks for; null: no form of ours. */
export async function actOnSpeaking(services: Services, scope: SpeakerScope, form: FormData): Promise<Acted | null> {
  switch (form.get('intent')) {
    case 'details':
      return details(services, scope, form);
    case 'portrait': {
      const file = await bytesOf(form.get('portrait'));
      const kept = await keepPortrait(services, scope, file.bytes);
      return kept.ok ? { said: 'portrait', at: 'portrait' } : { status: 422, refused: { portrait: PORTRAIT_FAULTS[kept.reason]() } };
    }
    case 'remove-portrait':
      await removePortrait(services, scope);
      return { said: 'no-portrait', at: 'portrait' };
    default: {
      const attendanceId = parseUuid(form.get('session'));
      return attendanceId ? ofSession(services, scope, form, attendanceId) : null;
    }
  }
}

async function details(services: Services, scope: SpeakerScope, form: FormData): Promise<Acted | null> {
  const revision = form.get('revision') === '0' ? 0 : parseRevision(form.get('revision'));
  if (revision === null) return null;
  const { values, faults } = readDetails(form);
  if (Object.keys(faults).length > 0) return { status: 422, refused: { details: { values, faults, conflict: false } } };
  const saved = await saveDetails(services, scope, { revision, details: values });
  return saved.ok ? { said: 'details', at: 'details' } : { status: 409, refused: { details: { values, faults: {}, conflict: true } } };
}

async function ofSession(services: Services, scope: SpeakerScope, form: FormData, attendanceId: string): Promise<Acted | null> {
  const at = `s-${attendanceId}`;
  const refuse = (status: number, session: Omit<NonNullable<Refused['session']>, 'attendanceId'>): Acted => ({
    status,
    refused: { session: { attendanceId, ...session } },
  });
  const gone = () => refuse(409, { notice: m.speakers_own_gone() });
  const release = SLIDES_RELEASES.find((one) => one === form.get('release')) ?? 'with_minutes';
  switch (form.get('intent')) {
    case 'confirm':
    case 'decline': {
      const typed = form.get('regret');
      const words = cleanText(typeof typed === 'string' ? typed : '');
      const max = SPEAKER_LIMITS.regret;
      if ([...words].length > max) return refuse(422, { regret: { words, fault: m.speakers_fault_too_long({ max }) } });
      const answered = await answerSession(services, scope, { attendanceId, comes: form.get('intent') === 'confirm', words });
      if (answered.ok) return { said: 'answer', at };
      return answered.reason === 'gone' ? gone() : refuse(409, { notice: m.speakers_own_closed() });
    }
    case 'slides': {
      const file = await bytesOf(form.get('slides'));
      const kept = await keepSlides(services, scope, { attendanceId, fileName: file.name, bytes: file.bytes, release });
      if (kept.ok) return { said: 'slides', at };
      return kept.reason === 'gone' ? gone() : refuse(422, { slides: SLIDES_FAULTS[kept.reason]() });
    }
    case 'remove-slides':
      return (await removeSlides(services, scope, attendanceId)).ok ? { said: 'no-slides', at } : gone();
    case 'release':
      return (await chooseRelease(services, scope, { attendanceId, release })).ok ? { said: 'release', at } : gone();
    default:
      return null;
  }
}

async function bytesOf(field: FormDataEntryValue | null): Promise<{ name: string; bytes: Uint8Array }> {
  if (!(field instanceof File)) return { name: '', bytes: new Uint8Array() };
  return { name: field.name, bytes: new Uint8Array(await field.arrayBuffer()) };
}
