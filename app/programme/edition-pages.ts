import { m } from '#app/messages/compiled/messages.js';
import { opennessOn } from '#app/model/registrations.ts';

export interface EditionPage {
  /** What follows `/editions/:edition` in its address. */
  path: string;
  label: string;
  /** Said to screen readers after the label, where it alone would be that of another page. */
  more?: string;
}

/** What decides which pages an edition has; days are those of its zone, 'YYYY-MM-DD'. */
export interface EditionFacts {
  timeZone: string;
  endsOn: string;
  opensOn: string | null;
  closesOn: string | null;
  bound: boolean;
}

/** The pages of everybody at an instant (ISO 8601), in the order of an edition's life: only those where there is something. */
export function publicPages({ timeZone, endsOn, bound, ...settings }: EditionFacts, now: string): EditionPage[] {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const openness = opennessOn(today, settings, endsOn);
  const registers = openness === 'open' || openness === 'early';
  return [
    { path: '', label: m.programme_nav_overview() },
    { path: '/programme', label: m.programme_programme() },
    { path: '/my-programme', label: m.own_programme_title() },
    ...(registers ? [{ path: '/register', label: m.registrations_nav() }] : []),
    ...(bound ? [{ path: '/volume', label: m.volumes_nav() }] : []),
    ...(endsOn < today ? [{ path: '/figures', label: m.figures_nav() }] : []),
  ];
}

/** The pages of those who organise it, in the order of their work. */
export function organiserPages(): EditionPage[] {
  return [
    { path: '/prepare', label: m.prepare_nav_short(), more: m.prepare_nav() },
    { path: '/registrations', label: m.registrations_nav_list() },
    { path: '/speakers', label: m.speakers_nav() },
    { path: '/rapporteurs', label: m.rapporteurs_title() },
    { path: '/check-in', label: m.check_ins_title() },
    { path: '/badges', label: m.check_ins_badges_title() },
    { path: '/volume/prepare', label: m.volumes_nav(), more: m.volumes_nav_prepare() },
  ];
}
