import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import { type EditionMail, editionRows, linkBlocks, type SessionInMail, sessionLine } from './registration-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface RegistrationPlaceMail extends EditionMail {
  /** A place at the edition; else only in sessions. */
  inEdition: boolean;
  /** Sessions in which a place is new. */
  sessions: readonly SessionInMail[];
  /** The reader's page; a secret. */
  link: string;
}

/** A place became free for somebody who waited. */
export function registrationPlaceMail(mail: RegistrationPlaceMail): RenderedMail {
  const { locale, appUrl, edition, inEdition, sessions, link } = mail;
  const opening = inEdition ? m.registrations_mail_open_place({}, { locale }) : m.registrations_mail_open_place_sessions({}, { locale });
  const lines = sessions.map((session) => sessionLine(session, locale));
  return renderMail({
    ...{ locale, appUrl, subject: m.registrations_mail_subject_place({ edition: edition.name }, { locale }), preview: opening },
    blocks: [
      { kind: 'paragraph', text: m.registrations_mail_hello({}, { locale }) },
      { kind: 'paragraph', text: opening },
      { kind: 'heading', text: edition.name },
      {
        kind: 'facts',
        rows: [...(lines.length > 0 ? [{ term: m.registrations_mail_session_new({}, { locale }), lines }] : []), ...editionRows(mail)],
      },
      ...linkBlocks(link, locale),
    ],
    reason: m.registrations_mail_reason({ edition: edition.name }, { locale }),
  });
}
