import type { DoorOf } from './doors.ts';
import type { Fields } from './knock.ts';

const PERSON: Fields = { id: ':id', category: 'member', givenName: 'Un', familyName: 'Intrus', email: 'un@intrus.example' };

/** Registering for an edition, one's own registration by its link, and the lists of organisers. */
export const REGISTRATIONS_DOORS: DoorOf[] = [
  { pattern: '/editions/:edition/register', forms: [PERSON] },
  {
    pattern: '/editions/:edition/register/delegation',
    forms: [
      { intent: 'register', id: ':id', rows: '1', organisation: 'Intrus', contactFamilyName: 'Intrus', contactEmail: 'un@intrus.example' },
      { intent: 'paste', id: ':id', rows: '0', table: 'nom;prénom\nIntrus;Un' },
    ],
  },
  { pattern: '/editions/:edition/registrations', forms: [{ registration: ':id', session: '' }] },
  {
    pattern: '/editions/:edition/registrations/settings',
    forms: [
      { intent: 'settings', opensOn: '2020-01-01', closesOn: '', capacity: '1', category: 'press', information: 'Intrus', revision: '0' },
      { intent: 'add', id: ':id', kind: 'yes_no', label: 'Intrus' },
      { intent: 'remove', id: ':id' },
      { intent: 'erase' },
    ],
  },
  { pattern: '/editions/:edition/registrations/new', forms: [{ ...PERSON, seat: 'yes' }] },
  {
    pattern: '/editions/:edition/registrations/:registration',
    forms: [{ intent: 'cancel' }, { intent: 'resend' }, { intent: 'correct', ...PERSON, revision: '1' }, { intent: 'sessions' }],
  },
  { pattern: '/editions/:edition/registrations/export/:format' },
  {
    pattern: '/registrations/:token',
    forms: [{ intent: 'cancel' }, { intent: 'withdraw-0' }, { intent: 'correct', ...PERSON, revision: '1' }, { intent: 'sessions' }],
  },
  { pattern: '/registrations/:token/people/:registration', forms: [{ intent: 'cancel' }] },
  { pattern: '/registrations/:token/sessions.ics' },
  { pattern: '/registrations/:token/badge.svg' },
];
