import { m } from '#app/messages/compiled/messages.js';

export interface EditionPage {
  /** What follows `/editions/:edition` in its address. */
  path: string;
  label: string;
  forOrganisers?: true;
}

/** The pages of an edition in the order of its life; those of its organisers come last. */
export function editionPages(): EditionPage[] {
  return [
    { path: '', label: m.programme_nav_overview() },
    { path: '/programme', label: m.programme_programme() },
    // own programme
    // registrations: to register
    // volumes
    // figures
    // prepare: the programme
    // registrations: who registered
    // speakers
    // check-ins
    // rapporteurs
  ];
}
