import { seriesChangeMail } from '#emails/series-change.tsx';
import { addressOf, GROUP, ORGANISER, type Preview, READER } from './sample.ts';

const at = (day: string, hours = 'T15:00') => ({ edtf: `${day}${hours}/${day}T16:30`, timeZone: 'Europe/Paris' });

export const seriesChangeSamples: Preview = (world) => {
  const { locale, appUrl } = world;
  const moved = (from: string, to: string) => ({ ...at(to), before: at(from), what: 'moved' as const });
  const meetings = [moved('2027-03-16', '2027-03-18'), moved('2027-04-20', '2027-04-15'), moved('2027-05-18', '2027-05-20')];
  const off = { ...at('2027-06-15'), before: at('2027-06-15'), what: 'cancelled' as const };
  const place = { ...at('2027-07-20'), before: at('2027-07-20'), what: 'place' as const };
  const mail = (given: Parameters<typeof seriesChangeMail>[0]['meetings']) => ({
    ...seriesChangeMail({
      ...{ locale, appUrl, givenName: READER.givenName, title: 'Point mensuel Amérique latine & Caraïbes', groupName: GROUP },
      ...{ readerZone: 'America/Argentina/Buenos_Aires', seriesUrl: addressOf(world, '/series/exemple'), meetings: given },
    }),
    organiser: ORGANISER,
  });
  return [mail([...meetings, off, place]), mail([off])];
};
