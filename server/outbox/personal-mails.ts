import { kindOfTemplate } from '#server/mail-preferences/kinds.ts';
import type { MailTemplateName } from './mails.ts';

/** Mails that only their person asks for: nobody else has them sent once more. */
export const PERSONAL_TEMPLATES = Object.entries(kindOfTemplate)
  .filter(([, kind]) => kind === 'account')
  .map(([template]) => template as MailTemplateName);
