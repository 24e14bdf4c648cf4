import type { MailKind } from '#app/model/mail-preferences.ts';
import { kindOfTemplate } from '#server/mail-preferences/kinds.ts';
import type { MailTemplateName } from './mails.ts';

/** Somebody waits in front of the screen for it. */
export const URGENT = 10;
const ORDINARY = 0;
/** Nobody minds if it comes an hour later. */
const UNHURRIED = -10;

const PRIORITIES: Partial<Record<MailKind, number>> = { account: URGENT, digest: UNHURRIED };

/** Which mails leave first when many wait: those of accounts, then invitations and other news, then digests. */
export function priorityOf(template: string): number {
  return PRIORITIES[kindOfTemplate[template as MailTemplateName]] ?? ORDINARY;
}

export function isUrgent(template: string): boolean {
  return priorityOf(template) >= URGENT;
}
