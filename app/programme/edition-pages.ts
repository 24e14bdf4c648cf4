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
    { path: '/my-programme', label: m.own_programme_title() },
    // registrations: to register
    { path: '/register', label: m.registrations_nav() },
    { path: '/volume', label: m.volumes_nav() },
    { path: '/figures', label: m.figures_nav() },
    // volumes: preparing it
    { path: '/volume/prepare', label: m.volumes_nav_prepare(), forOrganisers: true },
    { path: '/prepare', label: m.prepare_nav(), forOrganisers: true },
    // registrations: who registered
    { path: '/registrations', label: m.registrations_nav_list(), forOrganisers: true },
    { path: '/speakers', label: m.speakers_nav(), forOrganisers: true },
    { path: '/check-in', label: m.check_ins_title(), forOrganisers: true },
    { path: '/badges', label: m.check_ins_badges_title(), forOrganisers: true },
    { path: '/rapporteurs', label: m.rapporteurs_title(), forOrganisers: true },
  ];
}
