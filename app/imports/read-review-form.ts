import { type MeetingFormValues, valuesOfForm } from '#app/meetings/meeting-form-values.ts';
import type { Faults } from '#app/meetings/parse-meeting-form.ts';
import { whenFaultMessage } from '#app/meetings/when-faults.ts';
import { DIRECTORY_LIMITS } from '#app/model/directory.ts';
import { ATTENDEE_PARTS, type AttendeeChange, type ImportChanges, type PieceChange } from '#app/model/import-changes.ts';
import { isPieceKind } from '#app/model/imports.ts';
import { MEETING_KINDS, MEETING_LIMITS } from '#app/model/meetings.ts';
import { cleanLine } from '#app/model/text.ts';
import { findTimeZone } from '#app/model/time-zones.ts';
import { isUuid } from '#app/model/uuid.ts';
import { formatEdtf } from '#app/model/when.ts';
import { readWhen } from '#app/model/when-input.ts';

/** Names of the controls of a piece and of an attendee; ids of the draft are letters and digits. */
export const control = {
  kind: (id: string) => `k-${id}`,
  speaker: (id: string) => `s-${id}`,
  attendee: (id: string, field: 'givenName' | 'familyName' | 'function' | 'organisation' | 'part' | 'person' | 'email') => `${field}-${id}`,
};

export interface ReviewForm {
  revision: number;
  changes: ImportChanges;
  /** As typed, with what is wrong in them: a date that does not exist is not kept, nor lost from the form. */
  values: MeetingFormValues;
  faults: Faults;
}

/** Reads the form of the review; fields that it does not hold say nothing. */
export function readReviewForm(form: FormData): ReviewForm {
  const values = valuesOfForm(form);
  const faults: Faults = {};
  const header: { -readonly [Field in keyof ImportChanges['header']]: ImportChanges['header'][Field] } = {};
  if (form.has('title')) {
    header.title = limited(values.title, MEETING_LIMITS.title);
    const kind = MEETING_KINDS.find((one) => one === values.kind);
    if (kind) header.kind = kind;
    header.placeName = limited(values.placeName, MEETING_LIMITS.placeName);
    header.placeAddress = limited(values.placeAddress, MEETING_LIMITS.placeAddress);
    header.placeAccess = limited(values.placeAccess, MEETING_LIMITS.placeAccess);
    const timeZone = findTimeZone(values.timeZone);
    if (timeZone) header.timeZone = timeZone;
    const date = readWhen(values, timeZone ?? 'UTC');
    if ('when' in date) header.when = formatEdtf(date.when);
    else for (const fault of date.faults) faults[fault.field] ??= whenFaultMessage(fault, values);
  }
  const attendees = new Map<string, AttendeeChange>();
  const pieces = new Map<string, PieceChange>();
  for (const [name, value] of form) {
    const id = name.slice(name.indexOf('-') + 1);
    if (name.startsWith('part-')) attendees.set(id, attendeeOf(form, id));
    else if (name.startsWith('k-') && isPieceKind(value))
      pieces.set(id, { kind: value, speakerId: text(form, control.speaker(id)) || null });
  }
  const contacts = form.has('contacts-shown') ? form.has('keepContacts') : null;
  const changes = { header, attendees, pieces, added: addedOf(form), keepContacts: contacts };
  return { revision: Number(form.get('revision')) || 0, changes, values, faults };
}

function attendeeOf(form: FormData, id: string): AttendeeChange {
  const person = text(form, control.attendee(id, 'person'));
  return {
    ...namesOf((field) => text(form, control.attendee(id, field))),
    keepEmail: form.has(control.attendee(id, 'email')),
    person: person === 'new' || isUuid(person) ? person : null,
    part: ATTENDEE_PARTS.find((part) => part === form.get(control.attendee(id, 'part'))) ?? 'participant',
  };
}

function addedOf(form: FormData): ImportChanges['added'] {
  const added = namesOf((field) => text(form, `added-${field}`));
  return added.familyName === '' ? null : added;
}

function namesOf(get: (field: 'givenName' | 'familyName' | 'function' | 'organisation') => string) {
  return {
    givenName: limited(get('givenName'), DIRECTORY_LIMITS.personName),
    familyName: limited(get('familyName'), DIRECTORY_LIMITS.personName),
    function: limited(get('function'), DIRECTORY_LIMITS.function),
    organisation: limited(get('organisation'), DIRECTORY_LIMITS.organisation),
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The controls take no more than this many characters; what is longer was not typed in them. */
function limited(typed: string, max: number): string {
  return [...cleanLine(typed)].slice(0, max).join('');
}
