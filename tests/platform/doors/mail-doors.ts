import type { DoorOf } from './doors.ts';
import type { Fields } from './knock.ts';

const FORMS: Fields[] = [
  { intent: 'resend', mail: ':id' },
  { intent: 'trust', mail: ':id' },
  { intent: 'resend-failed', confirmed: '0' },
];

/** The addresses of mails that were sent, and of samples of all mails, which in the demo everybody may see. */
export const MAIL_DOORS: DoorOf[] = [
  { pattern: '/meetings/:meeting/mails', forms: FORMS },
  { pattern: '/mails', forms: FORMS },
  { pattern: '/mails/received' },
  { pattern: '/mails/previews', open: true },
  { pattern: '/mails/previews/:template', open: true },
];
