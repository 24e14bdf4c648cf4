import { formatWhen } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';
import { datePollClosedMail } from '#emails/date-poll-closed.tsx';
import type { DatePollMail } from '#emails/date-poll-facts.ts';
import { datePollInvitationMail } from '#emails/date-poll-invitation.tsx';
import { datePollProposalMail } from '#emails/date-poll-proposal.tsx';
import { datePollReminderMail } from '#emails/date-poll-reminder.tsx';
import { datePollSettledMail } from '#emails/date-poll-settled.tsx';
import { addressOf, GROUP, ORGANISER, type Preview, READER, type SampleWorld, secretAddressOf } from './sample.ts';

const frameOf = ({ locale, appUrl }: SampleWorld): DatePollMail => ({
  ...{ locale, appUrl, name: READER.givenName },
  poll: {
    ...{ question: 'Quelle date pour la rencontre climat ?', groupName: GROUP, deadline: '2027-02-26', durationMinutes: 90, online: true },
    ...{
      placeName: 'Cité des Sciences',
      placeAddress: '30 avenue Corentin-Cariou, Paris',
      message: 'En vue de la COP, pensez à vos élus.',
    },
  },
});

const datesOf = ({ locale }: SampleWorld) =>
  ['2027-03-16T16:00/2027-03-16T17:30', '2027-03-18T10:00/2027-03-18T11:30', '2027-03-23'].map((edtf) => {
    const when = formatWhen(whenOf(edtf), { zone: 'Europe/Paris', readerZone: 'America/Argentina/Buenos_Aires', locale, city: true });
    return when.zoneNote ? `${when.full} (${when.zoneNote})` : when.full;
  });

export const datePollInvitationSamples: Preview = (world) => {
  const mail = { ...frameOf(world), link: secretAddressOf(world, '/votes'), organiserName: ORGANISER.name };
  const dates = datesOf(world);
  return [
    { ...datePollInvitationMail({ ...mail, occasion: 'asked', dates }), organiser: ORGANISER },
    { ...datePollInvitationMail({ ...mail, occasion: 'new_date', dates: dates.slice(0, 1) }), organiser: ORGANISER },
  ];
};

export const datePollOwnLinkSamples: Preview = (world) => {
  const mail = { ...frameOf(world), link: secretAddressOf(world, '/votes'), organiserName: null };
  return [datePollInvitationMail({ ...mail, name: null, occasion: 'own_link', dates: datesOf(world) })];
};

export const datePollReminderSamples: Preview = (world) => {
  const mail = { ...frameOf(world), link: secretAddressOf(world, '/votes'), dates: datesOf(world) };
  return (['soon', 'asked'] as const).map((occasion) => ({ ...datePollReminderMail({ ...mail, occasion }), organiser: ORGANISER }));
};

export const datePollClosedSamples: Preview = (world) => {
  const mail = { ...frameOf(world), counts: { answered: 12, voters: 24 }, link: addressOf(world, '/polls/rencontre-climat') };
  const tally = { ...{ optionId: '1', yes: 11, ifNeeded: 0, no: 1, organisationsYes: 11, organisationsAble: 11 }, organisationsMissing: 0 };
  const [first = '', second = ''] = datesOf(world);
  const best = { ...tally, requiredMissing: [], satisfied: true, ruled: true, line: first };
  return [
    datePollClosedMail({ ...mail, best: [best] }),
    datePollClosedMail({ ...mail, best: [best, { ...best, optionId: '2', line: second }] }),
    datePollClosedMail({ ...mail, best: [] }),
  ];
};

export const datePollProposalSamples: Preview = (world) => {
  const [date = ''] = datesOf(world);
  return [
    datePollProposalMail({ ...frameOf(world), voterName: 'Paula Quintero', date, link: addressOf(world, '/polls/rencontre-climat') }),
  ];
};

export const datePollSettledSamples: Preview = (world) => [
  { ...datePollSettledMail({ ...frameOf(world), organiserName: ORGANISER.name }), organiser: ORGANISER },
];
