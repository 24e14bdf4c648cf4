import { digestMail } from '#emails/digest.tsx';
import { followUpAssignedMail } from '#emails/follow-up-assigned.tsx';
import type { FollowUpInMail } from '#emails/follow-up-blocks.ts';
import { followUpReminderMail } from '#emails/follow-up-reminder.tsx';
import { signInMail } from '#emails/sign-in.tsx';
import { addressOf, GROUP, ORGANISER, type Preview, READER, type SampleWorld, secretAddressOf } from './sample.ts';

export const signInSamples: Preview = (world) => {
  const { locale, appUrl } = world;
  return [signInMail({ locale, appUrl, givenName: READER.givenName, link: secretAddressOf(world, '/sign-in'), validForMinutes: 20 })];
};

const actionsOf = (world: SampleWorld, late: boolean): FollowUpInMail[] => [
  {
    ...{ number: 'A1', body: 'Écrire aux villes de la côte caraïbe', dueOn: '2027-04-02', late, groupName: GROUP },
    ...{ meetingTitle: 'Point Amérique latine & Caraïbes', edtf: '2027-03-16T15:00/2027-03-16T16:30', timeZone: 'Europe/Paris' },
    ...{ organisation: 'Ville de Nanterre', href: secretAddressOf(world, '/follow-ups') },
  },
];

export const followUpAssignedSamples: Preview = (world) => {
  const { locale, appUrl } = world;
  const mail = { locale, appUrl, name: READER.givenName, actions: actionsOf(world, false), more: 2 };
  return [{ ...followUpAssignedMail({ ...mail, organiserName: ORGANISER.name }), organiser: ORGANISER }];
};

export const followUpReminderSamples: Preview = (world) => {
  const { locale, appUrl } = world;
  return [followUpReminderMail({ locale, appUrl, name: READER.givenName, actions: actionsOf(world, true), more: 0 })];
};

export const digestSamples: Preview = (world) => {
  const { locale, appUrl } = world;
  const invitation = { kind: 'invitations' as const, title: 'Invitation : Forum des villes', detail: 'Mardi 16 mars 2027, 15 h – 16 h 30' };
  const minutes = {
    kind: 'minutes' as const,
    title: 'Compte-rendu : Point Amérique latine',
    detail: '',
    href: addressOf(world, '/minutes/point-amerique-latine'),
  };
  return [digestMail({ locale, appUrl, more: true, news: [{ ...invitation, href: addressOf(world, '/meetings/forum') }, minutes] })];
};
