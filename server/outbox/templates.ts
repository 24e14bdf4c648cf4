import { renderSignIn } from '#server/accounts/sign-in-mail.ts';
import type { MailTemplate, MailTemplateName } from './mails.ts';

export const templates: { [Name in MailTemplateName]: MailTemplate<Name> } = {
  'sign-in': renderSignIn,
};
