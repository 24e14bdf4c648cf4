import type { DoorOf } from './doors.ts';
import type { Fields } from './knock.ts';

const CHOICES: Fields = {
  ...{ intent: 'save', revision: '0', digestHour: '8', leads: 'day', subscribed: 'yes' },
  ...{ invitations: 'now', minutes: 'never', reviews: 'digest', follow_ups: 'now', date_polls: 'now' },
};

/** What people choose about our mails, and organisers about reminders. */
export const MAIL_CHOICE_DOORS: DoorOf[] = [
  { pattern: '/account/mail', forms: [CHOICES, { intent: 'digest-on' }] },
  { pattern: '/unsubscribe/:token' },
  { pattern: '/unsubscribe/:token/preferences', forms: [{ intent: 'refuse' }, { intent: 'undo' }, CHOICES] },
  { pattern: '/meetings/:meeting/reminders', forms: [{ mode: 'own', leads: 'hour', before: 'each' }] },
];
