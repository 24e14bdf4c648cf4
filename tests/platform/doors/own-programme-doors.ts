import type { DoorOf } from './doors.ts';

/** One's own programme of an edition, and the public programme in its other forms. */
export const OWN_PROGRAMME_DOORS: DoorOf[] = [
  { pattern: '/editions/:edition/programme/print' },
  { pattern: '/editions/:edition/programme.html' },
  { pattern: '/editions/:edition/changes' },
  {
    pattern: '/editions/:edition/my-programme',
    forms: [
      { intent: 'choose', session: ':meeting', back: 'programme' },
      { intent: 'drop', session: ':meeting' },
      { intent: 'feed' },
      { intent: 'end-feed' },
      { intent: 'take-over' },
      { intent: 'forget' },
    ],
  },
  { pattern: '/editions/:edition/my-programme/:token', forms: [{}] },
];
