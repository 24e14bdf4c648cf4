import { type Locale, localePath } from '#app/locale.ts';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import type { AnswerLink, MeetingInMail } from '#emails/meeting-facts.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { invitationCalendar } from '#server/calendar/invitation.ts';

/** To whom and from where the samples of the preview page are written. */
export interface SampleWorld {
  locale: Locale;
  appUrl: string;
  mailFrom: string;
}

/** One or more samples of a mail: its ordinary case first, then those in which it says something else. */
export type Preview = (world: SampleWorld) => (RenderedMail | null)[];

export const READER = { givenName: 'Karim', name: 'Karim Belhadj', address: 'karim.belhadj@nanterre.example' };
export const ORGANISER = { name: 'Inès Robledo', address: 'ines.robledo@reseau.example' };
export const GROUP = 'Dynamique Amérique latine et Caraïbes';

/** Stands where a secret would: a preview opens nothing. */
const NO_SECRET = 'exemple';

export function addressOf({ appUrl, locale }: SampleWorld, path: string): string {
  return `${appUrl}${localePath(path, locale)}`;
}

export function secretAddressOf(world: SampleWorld, path: string): string {
  return addressOf(world, `${path}/${NO_SECRET}`);
}

/** The reader is in Buenos Aires: both clocks are told. */
export function sampleMeeting(world: SampleWorld, given: Partial<MeetingInMail> = {}): MeetingInMail {
  return {
    ...{ title: 'Point Amérique latine & Caraïbes', groupName: GROUP, edtf: '2027-03-16T15:00/2027-03-16T16:30' },
    ...{ timeZone: 'Europe/Paris', readerZone: 'America/Argentina/Buenos_Aires' },
    ...{ placeName: 'Cité des Sciences', placeAddress: '30 avenue Corentin-Cariou, Paris', placeAccess: 'Métro 7, Porte de la Villette' },
    ...{ onlineUrl: 'https://visio.example/dalc', cancelReason: '', pageUrl: addressOf(world, '/meetings/point-amerique-latine') },
    ...given,
  };
}

export function sampleAnswers(world: SampleWorld): AnswerLink[] {
  const page = secretAddressOf(world, '/answers');
  return (['in_person', 'remote', 'represented', 'declined'] as const).map((answer) => ({ answer, href: `${page}?answer=${answer}` }));
}

/** The calendar part that goes with a mail about the sample meeting. */
export function sampleCalendar(
  world: SampleWorld,
  method: 'REQUEST' | 'CANCEL',
  { meeting, sequence }: { meeting: MeetingInMail; sequence: number },
) {
  const { title, edtf, timeZone, placeName, placeAddress, placeAccess, onlineUrl, cancelReason } = meeting;
  const entry: CalendarMeeting = {
    ...{ id: '01980000-0000-7000-8000-000000000001', slug: 'point-amerique-latine', summary: '', status: 'scheduled', themes: [] },
    ...{ title, edtf, timeZone, placeName, placeAddress, placeAccess, onlineUrl, cancelReason, online: onlineUrl !== '', sequence },
    ...{ createdAt: '2027-02-01T09:00:00Z', changedAt: '2027-02-01T09:00:00Z', hasMinutes: false, answer: 'none' },
  };
  const attendee = { name: READER.name, address: READER.address, answer: 'none' as const };
  const organiser = { name: meeting.groupName, address: world.mailFrom };
  const ics = invitationCalendar({ method, meeting: entry, attendee, organiser, appUrl: world.appUrl, locale: world.locale });
  return ics ? { calendar: { method, ics } } : {};
}
