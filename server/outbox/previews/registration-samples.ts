import { delegationMail } from '#emails/delegation.tsx';
import { registrationMail } from '#emails/registration.tsx';
import { registrationCancelledMail } from '#emails/registration-cancelled.tsx';
import type { EditionMail, SessionInMail } from '#emails/registration-facts.ts';
import { registrationPlaceMail } from '#emails/registration-place.tsx';
import { type Preview, type SampleWorld, secretAddressOf } from './sample.ts';

const frameOf = ({ locale, appUrl }: SampleWorld): EditionMail => ({
  ...{ locale, appUrl },
  edition: { name: 'Rencontres 2027', place: 'Cité des Sciences, Paris', startsOn: '2027-09-14', endsOn: '2027-09-15' },
});

const SESSIONS: SessionInMail[] = [
  { title: 'Eau & villes', edtf: '2027-09-14T14:00/2027-09-14T15:30', timeZone: 'Europe/Paris', state: 'registered' },
  { title: 'Culture et droits', edtf: '2027-09-15T10:00/2027-09-15T11:30', timeZone: 'Europe/Paris', state: 'waiting' },
];

export const registrationSamples: Preview = (world) => {
  const mail = { ...frameOf(world), turn: null, sessions: SESSIONS, link: secretAddressOf(world, '/registrations') };
  return [
    registrationMail({ ...mail, occasion: 'registered', state: 'registered' }),
    registrationMail({ ...mail, occasion: 'registered', state: 'waiting', turn: 4, sessions: [] }),
    ...(['known', 'delegation', 'organiser', 'link'] as const).map((occasion) =>
      registrationMail({ ...mail, occasion, state: 'registered' }),
    ),
  ];
};

export const registrationPlaceSamples: Preview = (world) => {
  const mail = { ...frameOf(world), link: secretAddressOf(world, '/registrations') };
  return [
    registrationPlaceMail({ ...mail, inEdition: true, sessions: [] }),
    registrationPlaceMail({ ...mail, inEdition: false, sessions: SESSIONS.slice(0, 1) }),
  ];
};

export const registrationCancelledSamples: Preview = (world) =>
  (['self', 'contact', 'organiser'] as const).map((by) => registrationCancelledMail({ ...frameOf(world), by }));

export const delegationSamples: Preview = (world) => [
  delegationMail({ ...frameOf(world), people: [], placeFor: null, link: secretAddressOf(world, '/registrations') }),
];

export const delegationPlaceSamples: Preview = (world) => {
  const people = [
    { name: 'Karim Belhadj', state: 'registered' as const },
    { name: 'Maud Etcheverry', state: 'waiting' as const },
  ];
  return [delegationMail({ ...frameOf(world), people, placeFor: 'Karim Belhadj', link: secretAddressOf(world, '/registrations') })];
};
