import type { DoorOf } from './doors.ts';

/** Who writes the minutes of an edition's sessions, under which headings, and notes that everybody may read. */
export const RAPPORTEUR_DOORS: DoorOf[] = [
  {
    pattern: '/editions/:edition/rapporteurs',
    forms: [{ intent: 'plan', dueDays: '3', revision: '0' }, { intent: 'remind', expected: '1' }, { intent: 'check' }],
  },
  {
    pattern: '/editions/:edition/rapporteurs/:meeting',
    forms: [
      { intent: 'assign', personId: ':person', knowingly: 'yes' },
      { intent: 'assign-new', id: ':id', givenName: 'Un', familyName: 'Intrus', function: '', organisation: '', email: '' },
      { intent: 'unassign', attendanceId: ':attendance' },
      { intent: 'due', dueOn: '2099-01-01' },
      { intent: 'give-back' },
    ],
  },
  {
    pattern: '/editions/:edition/headings',
    forms: [
      { intent: 'save', heading: ':id', title: 'Intrus', kind: 'discussion', duration: '0', summary: '' },
      { intent: 'start' },
      { intent: 'move', heading: ':id', to: 'up' },
      { intent: 'remove', heading: ':id' },
      { intent: 'apply', all: 'yes' },
    ],
  },
  { pattern: '/meetings/:meeting/report', forms: [{ intent: 'hand-in' }, { intent: 'take-back' }] },
  { pattern: '/meetings/:meeting/open-notes', forms: [{ intent: 'open' }, { intent: 'close' }] },
];
