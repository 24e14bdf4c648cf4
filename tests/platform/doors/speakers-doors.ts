import type { DoorOf } from './doors.ts';

/** Speakers of an edition, by their own link and for its organisers; and the votes of a room. */
export const SPEAKERS_DOORS: DoorOf[] = [
  {
    pattern: '/editions/:edition/speakers',
    forms: [
      { intent: 'ask-new', expected: '1' },
      { intent: 'ask-owing', expected: '1' },
      { intent: 'ask-one', person: ':person', expected: '1' },
      { intent: 'revoke', person: ':person' },
      { intent: 'release', session: ':attendance', release: 'now' },
      {
        ...{ intent: 'add', id: ':id', session: ':id', role: 'speaker', givenName: 'Un', familyName: 'Intrus', function: '' },
        ...{ organisation: '', email: '' },
      },
    ],
  },
  {
    pattern: '/speaking/:token',
    forms: [
      { intent: 'confirm', session: ':attendance', regret: '' },
      { intent: 'decline', session: ':attendance', regret: 'Intrus' },
      { intent: 'details', revision: '1', givenName: 'Un', familyName: 'Intrus', function: '', organisation: '', about: '' },
      { intent: 'remove-portrait' },
      { intent: 'remove-slides', session: ':attendance' },
      { intent: 'release', session: ':attendance', release: 'now' },
    ],
  },
  { pattern: '/speaking/:token/portrait' },
  { pattern: '/editions/:edition/portraits/:person' },
  { pattern: '/meetings/:meeting/slides/:attendance' },
  { pattern: '/live', open: true },
  {
    pattern: '/live/:code',
    forms: [
      { intent: 'vote', poll: ':id', option: ':id' },
      { intent: 'badge', badge: '7K3M-Q2XP' },
    ],
  },
  { pattern: '/live/:code/state' },
  {
    pattern: '/meetings/:meeting/live/phones',
    forms: [
      { intent: 'open' },
      { intent: 'close-door' },
      { intent: 'renew' },
      { intent: 'close', poll: ':id' },
      { intent: 'insert', poll: ':id' },
    ],
  },
  { pattern: '/meetings/:meeting/live/screen' },
];
