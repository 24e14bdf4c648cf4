import { m } from '#app/messages/compiled/messages.js';
import type { PlaceState } from '#app/model/registrations.ts';
import { renderMail } from './layout.tsx';
import { type EditionMail, editionRows, linkBlocks } from './registration-facts.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface DelegationMail extends EditionMail {
  /** Who was asked for, as the contact typed them, in their order. */
  people: readonly { name: string; state: PlaceState }[];
  /** Of the news that somebody got a place; null: the delegation was registered. */
  placeFor: string | null;
  /** The contact's page; a secret. */
  link: string;
}

/** To the contact of a delegation: who has a place and who waits, and the link to look after them. */
export function delegationMail(mail: DelegationMail): RenderedMail {
  const { locale, appUrl, edition, people, placeFor, link } = mail;
  const opening =
    placeFor === null
      ? m.registrations_mail_open_delegation_contact({}, { locale })
      : m.registrations_mail_open_delegation_place({ name: placeFor }, { locale });
  const stateOf = (state: PlaceState) =>
    state === 'waiting' ? m.registrations_mail_person_waiting({}, { locale }) : m.registrations_mail_person_registered({}, { locale });
  const lines = people.map(({ name, state }) => m.registrations_mail_person({ name, state: stateOf(state) }, { locale }));
  return renderMail({
    ...{ locale, appUrl, preview: opening },
    subject:
      placeFor === null
        ? m.registrations_mail_subject_delegation({ edition: edition.name }, { locale })
        : m.registrations_mail_subject_delegation_place({ edition: edition.name }, { locale }),
    blocks: [
      { kind: 'paragraph', text: m.registrations_mail_hello({}, { locale }) },
      { kind: 'paragraph', text: opening },
      { kind: 'heading', text: edition.name },
      {
        kind: 'facts',
        rows: [...editionRows(mail), ...(lines.length > 0 ? [{ term: m.registrations_mail_people({}, { locale }), lines }] : [])],
      },
      ...linkBlocks(link, locale, m.registrations_mail_button_delegation({}, { locale })),
    ],
    reason: m.registrations_mail_reason({ edition: edition.name }, { locale }),
  });
}
