import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime } from '#app/model/format-when.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import type { ChangedRoom } from '#server/programme/change-rooms.ts';
import type { ChangedSlot } from '#server/programme/change-slots.ts';
import type { ChangedTrack } from '#server/programme/change-tracks.ts';
import { seatsWords } from './change-words.ts';
import { hoursWords, slotWords } from './slot-words.ts';

/** A refusal in a sentence, and under which control it stands ('' : the form as a whole). */
export interface SaidRefusal {
  field: string;
  message: string;
  /** What is stored now, after a conflict: saving again goes over it knowingly. */
  revision?: number;
  /** Titles of the sessions that stand in the way. */
  sessions?: string[];
}

type Refused<T> = Extract<T, { ok: false }>;

export function slotRefusal(refusal: Refused<ChangedSlot>): SaidRefusal {
  switch (refusal.reason) {
    case 'gone':
      return { field: '', message: m.prepare_slot_gone() };
    case 'conflict':
      return { field: '', message: m.prepare_conflict({ theirs: slotWords(refusal.current) }), revision: refusal.current.revision };
    case 'in_use':
      return { field: '', message: m.prepare_slot_in_use({ count: refusal.sessions.length }), sessions: refusal.sessions };
    case 'fault':
      return faultOfSlot(refusal);
  }
}

function faultOfSlot(refusal: Extract<Refused<ChangedSlot>, { reason: 'fault' }>): SaidRefusal {
  const locale = getLocale();
  switch (refusal.fault) {
    case 'no_label':
      return { field: 'label', message: m.prepare_slot_no_label() };
    case 'negative':
      return { field: 'endsAt', message: m.prepare_slot_negative() };
    case 'outside': {
      const [first, last] = [refusal.startsOn, refusal.endsOn].map((day) => formatDay(day, locale, { year: false }));
      return { field: 'day', message: m.prepare_slot_outside({ first: first ?? '', last: last ?? '' }) };
    }
    case 'missing_hour':
      return { field: 'startsAt', message: m.prepare_slot_missing_hour({ instead: formatTime(refusal.instead, locale) }) };
    case 'overlap':
      return { field: 'startsAt', message: m.prepare_slot_overlap({ other: otherSlot(refusal.with) }) };
    case 'too_many':
      return { field: '', message: m.prepare_slot_too_many({ max: refusal.max }) };
  }
}

const otherSlot = (slot: Parameters<typeof hoursWords>[0] & { label: string }) => [slot.label, hoursWords(slot)].filter(Boolean).join(', ');

export function roomRefusal(refusal: Refused<ChangedRoom>): SaidRefusal {
  switch (refusal.reason) {
    case 'gone':
      return { field: '', message: m.prepare_room_gone() };
    case 'name_taken':
      return { field: 'name', message: m.prepare_room_name_taken() };
    case 'too_many':
      return { field: '', message: m.prepare_room_too_many({ max: EDITION_LIMITS.rooms }) };
    case 'conflict': {
      const { name, capacity, revision } = refusal.current;
      return { field: '', message: m.prepare_conflict({ theirs: `${name}, ${seatsWords(capacity)}` }), revision };
    }
    case 'in_use':
      return { field: '', message: m.prepare_room_in_use({ count: refusal.sessions.length }), sessions: refusal.sessions };
    case 'published_in':
      return { field: '', message: m.prepare_room_published_in({ count: refusal.sessions.length }), sessions: refusal.sessions };
  }
}

export function trackRefusal(refusal: Refused<ChangedTrack>): SaidRefusal {
  switch (refusal.reason) {
    case 'gone':
      return { field: '', message: m.prepare_track_gone() };
    case 'name_taken':
      return { field: 'name', message: m.prepare_track_name_taken() };
    case 'too_many':
      return { field: '', message: m.prepare_track_too_many({ max: EDITION_LIMITS.tracks }) };
    case 'conflict':
      return { field: '', message: m.prepare_conflict({ theirs: refusal.current.name }), revision: refusal.current.revision };
    case 'in_use':
      return { field: '', message: m.prepare_track_in_use({ count: refusal.sessions.length }), sessions: refusal.sessions };
  }
}
