import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import type { PlaceState, RegistrationState } from '#app/model/registrations.ts';
import { whenOf } from '#app/model/when.ts';
import type { MailBlock } from './mail-blocks.ts';

/** What every mail about a registration says of the edition, and in which language. */
export interface EditionMail {
  locale: Locale;
  appUrl: string;
  edition: {
    /** One line. */
    name: string;
    place: string;
    /** ISO days of the edition's zone. */
    startsOn: string;
    endsOn: string;
  };
}

export interface SessionInMail {
  title: string;
  edtf: string;
  timeZone: string;
  state: PlaceState;
}

/** When and where, of the edition. */
export function editionRows({ locale, edition }: EditionMail): { term: string; lines: string[] }[] {
  const { startsOn, endsOn, place } = edition;
  const when = startsOn === endsOn ? ({ kind: 'day', day: startsOn } as const) : ({ kind: 'span', from: startsOn, to: endsOn } as const);
  const { full } = formatWhen({ ...when, toConfirm: false }, { zone: 'UTC', locale });
  return [
    { term: m.registrations_mail_when({}, { locale }), lines: [full] },
    ...(place ? [{ term: m.registrations_mail_where({}, { locale }), lines: [place] }] : []),
  ];
}

/** « Eau et villes, mardi 13 septembre 2022, 14 h – 15 h 30 (liste d’attente) » */
export function sessionLine({ title, edtf, timeZone, state }: SessionInMail, locale: Locale): string {
  const when = formatWhen(whenOf(edtf), { zone: timeZone, locale });
  const words = { title, when: [when.date, when.time].filter(Boolean).join(', ') };
  return state === 'waiting' ? m.registrations_mail_session_waiting(words, { locale }) : m.registrations_mail_session(words, { locale });
}

/** Where somebody stands, in words; `turn` is their number among those who wait. */
export function stateWords({ state, turn }: { state: RegistrationState; turn: number | null }, locale: Locale): string {
  switch (state) {
    case 'registered':
      return m.registrations_mail_state_registered({}, { locale });
    case 'waiting':
      return m.registrations_mail_state_waiting({ turn: turn ?? 1 }, { locale });
    case 'cancelled':
      return m.registrations_mail_state_cancelled({}, { locale });
  }
}

/** The link, what it is good for, and that it is a secret. */
export function linkBlocks(link: string, locale: Locale, label = m.registrations_mail_button({}, { locale })): MailBlock[] {
  return [
    { kind: 'button', label, href: link },
    { kind: 'paragraph', text: m.registrations_mail_what({}, { locale }) },
    { kind: 'note', text: m.registrations_mail_personal({}, { locale }) },
  ];
}
