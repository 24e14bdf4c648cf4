import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';
import { speakerDeclinedMail } from '#emails/speaker-declined.tsx';
import { speakerLinkMail } from '#emails/speaker-link.tsx';
import { addressOf, GROUP, ORGANISER, type Preview, READER, type SampleWorld, secretAddressOf } from './sample.ts';

const edition = { name: 'Rencontres de l’action internationale 2027', groupName: GROUP };

const sessionOf = ({ locale }: SampleWorld, title: string, edtf: string, room: string) => ({
  title,
  when: `${formatWhen(whenOf(edtf), { zone: 'Europe/Paris', locale }).full}, ${room}`,
});

export const speakerLinkSamples: Preview = (world) => {
  const mail = {
    ...{ locale: world.locale, appUrl: world.appUrl, name: READER.givenName, organiserName: ORGANISER.name, edition },
    dates: ['2027-09-21', '2027-09-22'].map((day) => formatDay(day, world.locale, { weekday: true })),
    sessions: [
      sessionOf(world, 'Adapter nos villes à la chaleur', '2027-09-21T14:00/2027-09-21T15:30', 'Salle 2'),
      sessionOf(world, 'Plénière de clôture', '2027-09-22T16:00/2027-09-22T17:30', 'Auditorium'),
    ],
    link: secretAddressOf(world, '/speaking'),
  };
  return (['asked', 'reminder'] as const).map((occasion) => ({ ...speakerLinkMail({ ...mail, occasion }), organiser: ORGANISER }));
};

export const speakerDeclinedSamples: Preview = (world) => {
  const session = sessionOf(world, 'Adapter nos villes à la chaleur', '2027-09-21T14:00/2027-09-21T15:30', 'Salle 2');
  const mail = {
    ...{ locale: world.locale, appUrl: world.appUrl, who: 'Paula Quintero', organisation: 'Intendencia de Montevideo' },
    edition,
    session,
  };
  const link = addressOf(world, '/editions/rencontres-2027/speakers');
  return [
    speakerDeclinedMail({ ...mail, words: 'Je serai à une réunion du conseil ce jour-là.', link }),
    speakerDeclinedMail({ ...mail, words: '', link }),
  ];
};
