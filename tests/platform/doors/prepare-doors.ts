import type { DoorOf } from './doors.ts';
import type { Fields } from './knock.ts';

const EDITION: Fields = { name: 'Intrus', summary: '', place: '', timeZone: 'Europe/Paris', startsOn: '2031-05-05', endsOn: '' };
const PLACE: Fields = { intent: 'place', slot: '', room: '', track: '', revision: '0' };

/** Where an edition is prepared: for its organisers alone. */
export const PREPARE_DOORS: DoorOf[] = [
  { pattern: '/editions/new', forms: [{ id: ':id', group: ':group', ...EDITION }] },
  { pattern: '/editions/:edition/edit', forms: [{ ...EDITION, revision: '1' }] },
  { pattern: '/editions/:edition/duplicate', forms: [{ id: ':id', ...EDITION, take: ['sessions', 'speakers'] }] },
  { pattern: '/editions/:edition/prepare', forms: [{ ...PLACE, session: ':id' }] },
  {
    pattern: '/editions/:edition/prepare/frame',
    forms: [
      { noun: 'slot', deed: 'add', id: ':id', kind: 'sessions', label: '', day: '2031-05-05', startsAt: '09:00', endsAt: '10:00' },
      ...['slot', 'room', 'track'].map((noun) => ({ noun, deed: 'remove', id: ':id', release: 'yes' })),
      { noun: 'room', deed: 'add', id: ':id', name: 'Intrus', capacity: '' },
      { noun: 'room', deed: 'up', id: ':id' },
    ],
  },
  {
    pattern: '/editions/:edition/prepare/publish',
    forms: ['publish', 'reset'].map((intent) => ({ intent, revision: '1', note: 'Intrus', clashesKnown: 'yes', confirmed: '0' })),
  },
  { pattern: '/editions/:edition/prepare/sessions/new', forms: [{ id: ':id', group: ':group', title: 'Intrus', visibility: 'public' }] },
  { pattern: '/editions/:edition/prepare/sessions/:session', forms: [PLACE, { intent: 'details', languages: 'fr', capacity: '5' }] },
];
