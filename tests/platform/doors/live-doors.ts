import type { DoorOf } from './doors.ts';
import type { Fields } from './knock.ts';

const ATTENDEE: Fields = { attendanceId: ':attendance' };

/** The addresses of a meeting while it takes place. */
export const LIVE_DOORS: DoorOf[] = [
  { pattern: '/meetings/:meeting/live' },
  { pattern: '/meetings/:meeting/live/room' },
  {
    pattern: '/meetings/:meeting/live/history',
    forms: [{ intent: 'restore', version: ':id' }, { intent: 'erase' }],
  },
  { pattern: '/meetings/:meeting/live/writers' },
  {
    pattern: '/meetings/:meeting/live/facilitation',
    forms: [
      ...['start', 'close', 'reopen', 'ask', 'withdraw', 'sign'].map((intent) => ({ intent })),
      ...['pause', 'resume', 'lock', 'unlock'].map((intent) => ({ intent, point: ':item' })),
      { intent: 'next', leaving: ':item' },
      { intent: 'go', leaving: '', point: ':item' },
      { intent: 'add', point: ':item', seen: '0', minutes: '5' },
      { intent: 'give', request: ':id' },
      { intent: 'check', present: 'yes', ...ATTENDEE },
    ],
  },
  {
    pattern: '/meetings/:meeting/live/intervention',
    forms: [{ id: ':id', section: ':item', speaker: '', kind: 'text', text: 'Intrus', assignee: '', other: '', due: '' }],
  },
  {
    pattern: '/meetings/:meeting/live/polls',
    forms: [
      { intent: 'vote', poll: ':id', option: ':id' },
      { intent: 'support', block: ':id', on: 'yes' },
      { intent: 'open', id: ':id', point: ':item', question: 'Intrus', option: ['Oui', 'Non'] },
      { intent: 'close', poll: ':id' },
      { intent: 'insert', poll: ':id' },
    ],
  },
  {
    pattern: '/meetings/:meeting/live/polls/new',
    forms: [{ id: ':id', point: ':item', question: 'Intrus', option: ['Oui', 'Non'] }],
  },
];
