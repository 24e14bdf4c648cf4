import { localePath } from '#app/locale.ts';
import { findPersonToWrite } from '#db/accounts/people.ts';
import { signInMail } from '#emails/sign-in.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { mintLink } from './link-tokens.ts';

export const SIGN_IN_LINK_MINUTES = 20;

/** The mail with the link; the link's time runs from now, when the mail leaves. */
export const renderSignIn: MailTemplate<'sign-in'> = async (services, { payload, personId, toAddress, locale }) => {
  const person = personId && (await findPersonToWrite(services.db, personId));
  // the address was changed in the meantime: the old one must not open the account any more
  if (!person || person.email !== toAddress) return null;
  const token = await mintLink(services, { purpose: 'sign_in', personId, validFor: { minutes: SIGN_IN_LINK_MINUTES } });
  const path = localePath(`/sign-in/${token}`, locale);
  const to = payload.to === '/' ? '' : `?to=${encodeURIComponent(payload.to)}`;
  const { appUrl } = services.env;
  return signInMail({ locale, appUrl, givenName: person.givenName, link: `${appUrl}${path}${to}`, validForMinutes: SIGN_IN_LINK_MINUTES });
};
