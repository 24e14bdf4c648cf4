import { m } from '#app/messages/compiled/messages.js';
import { renderMail } from './layout.tsx';
import { type EditionMail, editionRows } from './registration-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface RegistrationCancelledMail extends EditionMail {
  /** Who cancelled it. */
  by: 'self' | 'contact' | 'organiser';
}

/** A registration was withdrawn, so that nobody loses a place without a word. */
export function registrationCancelledMail(mail: RegistrationCancelledMail): RenderedMail {
  const { locale, appUrl, edition } = mail;
  return renderMail({
    ...{ locale, appUrl, subject: m.registrations_mail_subject_cancelled({ edition: edition.name }, { locale }), preview: openingOf(mail) },
    blocks: [
      { kind: 'paragraph', text: m.registrations_mail_hello({}, { locale }) },
      { kind: 'paragraph', text: openingOf(mail) },
      { kind: 'heading', text: edition.name },
      { kind: 'facts', rows: editionRows(mail) },
      { kind: 'note', text: m.registrations_mail_again({}, { locale }) },
    ],
    reason: m.registrations_mail_reason({ edition: edition.name }, { locale }),
  });
}

function openingOf({ by, locale }: RegistrationCancelledMail): string {
  if (by === 'self') return m.registrations_mail_open_cancelled({}, { locale });
  return by === 'contact'
    ? m.registrations_mail_open_cancelled_contact({}, { locale })
    : m.registrations_mail_open_cancelled_organiser({}, { locale });
}
