import { localeOf, localePath } from '#app/locale.ts';
import { findPersonByEmail } from '#db/accounts/people.ts';
import { signInMail } from '#emails/sign-in.tsx';
import type { MailTemplate } from '#server/outbox/mails.ts';
import { mintLink } from './link-tokens.ts';

export const SIGN_IN_LINK_MINUTES = 20;

/** The mail with the link, if somebody has this address. The link's time runs from now, when the mail leaves. */
export const renderSignIn: MailTemplate<'sign-in'> = async (services, { payload, toAddress }) => {
  const person = await findPersonByEmail(services.db, toAddress);
  if (!person) return null;
  const locale = localeOf(person.language);
  const token = await mintLink(services, { purpose: 'sign_in', personId: person.id, validFor: { minutes: SIGN_IN_LINK_MINUTES } });
  const to = payload.to === '/' ? '' : `?to=${encodeURIComponent(payload.to)}`;
  const { appUrl } = services.env;
  const link = `${appUrl}${localePath(`/sign-in/${token}`, locale)}${to}`;
  return signInMail({ locale, appUrl, givenName: person.givenName, link, validForMinutes: SIGN_IN_LINK_MINUTES });
};
