import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import type { RenderedMail } from './rendered-mail.ts';

export interface SignInMail {
  locale: Locale;
  appUrl: string;
  givenName: string;
  /** The address with the secret; serves once. */
  link: string;
  validForMinutes: number;
}

export function signInMail({ locale, appUrl, givenName, link, validForMinutes }: SignInMail): RenderedMail {
  const minutes = { minutes: validForMinutes };
  return renderMail({
    locale,
    appUrl,
    subject: m.emails_sign_in_subject({}, { locale }),
    preview: m.emails_sign_in_once(minutes, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.emails_hello({ name: givenName }, { locale }) },
      { kind: 'paragraph', text: m.emails_sign_in_intro({}, { locale }) },
      { kind: 'button', label: m.emails_sign_in_button({}, { locale }), href: link },
      { kind: 'note', text: m.emails_sign_in_once(minutes, { locale }) },
      { kind: 'note', text: m.emails_sign_in_ignore({}, { locale }) },
    ],
    reason: m.emails_sign_in_reason({}, { locale }),
  });
}
