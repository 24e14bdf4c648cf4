import type { DoorOf } from './doors.ts';

/** The addresses of the days of an edition: the pages of its organisers, and the doors that volunteers keep by a link. */
export const CHECK_INS_DOORS: DoorOf[] = [
  {
    pattern: '/editions/:edition/check-in',
    forms: [
      { intent: 'door', id: ':id', name: 'Intrus', place: '' },
      { intent: 'settle', id: ':id', decision: 'copied' },
      { intent: 'held', id: ':id', decision: 'taken' },
    ],
  },
  { pattern: '/editions/:edition/check-in/:door', forms: [{}] },
  { pattern: '/editions/:edition/badges' },
  { pattern: '/editions/:edition/badges.pdf', forms: [{ paper: 'sheet' }] },
  { pattern: '/check-in/:token' },
  { pattern: '/check-in/:token/sync', forms: [{}] },
  { pattern: '/check-in/:token/app.webmanifest' },
  { pattern: '/check-in/worker.js', open: true },
];
