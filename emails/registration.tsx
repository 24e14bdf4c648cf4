import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { RegistrationState } from '#app/model/registrations.ts';
import { renderMail } from './layout.tsx';
import { type EditionMail, editionRows, linkBlocks, type SessionInMail, sessionLine, stateWords } from './registration-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

/** Why it is written: one registered; had registered before; came with a delegation, or by an organiser; asked for the link again. */
export type RegistrationOccasion = 'registered' | 'known' | 'delegation' | 'organiser' | 'link';

export interface RegistrationMail extends EditionMail {
  occasion: RegistrationOccasion;
  state: RegistrationState;
  turn: number | null;
  sessions: readonly SessionInMail[];
  /** The reader's page; a secret. */
  link: string;
}

/**
 * Where a registration stands, with the link to it. It greets nobody by name and repeats nothing that was typed: whoever
 * filled in the form may be anybody, and must not write to strangers through us.
 */
export function registrationMail(mail: RegistrationMail): RenderedMail {
  const { locale, appUrl, edition, state, turn, sessions, link } = mail;
  const lines = sessions.map((session) => sessionLine(session, locale));
  return renderMail({
    ...{ locale, appUrl, subject: subjectOf(mail), preview: stateWords({ state, turn }, locale) },
    blocks: [
      { kind: 'paragraph', text: m.registrations_mail_hello({}, { locale }) },
      { kind: 'paragraph', text: openingOf(mail.occasion, locale) },
      { kind: 'heading', text: edition.name },
      {
        kind: 'facts',
        rows: [
          { term: m.registrations_mail_state({}, { locale }), lines: [stateWords({ state, turn }, locale)] },
          ...editionRows(mail),
          ...(lines.length > 0 ? [{ term: m.registrations_mail_sessions({}, { locale }), lines }] : []),
        ],
      },
      ...linkBlocks(link, locale),
    ],
    reason: m.registrations_mail_reason({ edition: edition.name }, { locale }),
  });
}

function subjectOf({ occasion, state, locale, edition: { name: edition } }: RegistrationMail): string {
  if (occasion === 'known') return m.registrations_mail_subject_known({ edition }, { locale });
  if (occasion === 'link') return m.registrations_mail_subject_link({ edition }, { locale });
  return state === 'waiting'
    ? m.registrations_mail_subject_waiting({ edition }, { locale })
    : m.registrations_mail_subject_registered({ edition }, { locale });
}

function openingOf(occasion: RegistrationOccasion, locale: Locale): string {
  switch (occasion) {
    case 'registered':
      return m.registrations_mail_open_registered({}, { locale });
    case 'known':
      return m.registrations_mail_open_known({}, { locale });
    case 'delegation':
      return m.registrations_mail_open_delegation({}, { locale });
    case 'organiser':
      return m.registrations_mail_open_organiser({}, { locale });
    case 'link':
      return m.registrations_mail_open_link({}, { locale });
  }
}
