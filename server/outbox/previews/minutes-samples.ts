import { minutesPublishedMail } from '#emails/minutes-published.tsx';
import { reviewDeadlineMail } from '#emails/review-deadline.tsx';
import { reviewDigestMail } from '#emails/review-digest.tsx';
import { reviewInvitationMail } from '#emails/review-invitation.tsx';
import { reviewSummaryMail } from '#emails/review-summary.tsx';
import { addressOf, GROUP, ORGANISER, type Preview, READER, type SampleWorld, secretAddressOf } from './sample.ts';

const TITLE = 'Point Amérique latine & Caraïbes';
const PAGE = '/minutes/point-amerique-latine';
const review = { title: TITLE, groupName: GROUP, deadline: '2027-03-26' };
const frame = ({ locale, appUrl }: SampleWorld) => ({ locale, appUrl, givenName: READER.givenName, review });

export const minutesSamples: Preview = (world) => {
  const { locale, appUrl } = world;
  const mail = {
    ...{ locale, appUrl, name: READER.name, senderName: ORGANISER.name, membersOnly: false, message: 'Merci à toutes et à tous.' },
    meeting: { title: TITLE, groupName: GROUP, edtf: '2027-03-16T15:00/2027-03-16T16:30', timeZone: 'Europe/Paris' },
    version: { number: 1, reason: 'publication' as const, note: '' },
    highlights: ['Le forum se tiendra à Bogotá à l’automne.', 'Douze collectivités veulent prendre la parole.'],
    decisions: [{ number: 'D1', text: 'Une délégation commune est inscrite au forum.' }],
    actions: [{ number: 'A1', text: 'Écrire aux villes de la côte caraïbe', due: '2027-04-02' }],
    pageUrl: addressOf(world, PAGE),
    filesUrl: `${appUrl}${PAGE}/v/1/point-amerique-latine-v1`,
  };
  const corrected = { number: 2, reason: 'erratum' as const, note: 'Le nom d’une commune était faux.' };
  return [
    { ...minutesPublishedMail(mail), organiser: ORGANISER },
    { ...minutesPublishedMail({ ...mail, version: corrected, message: '', membersOnly: true }), organiser: ORGANISER },
  ];
};

const asked = (world: SampleWorld, reminder: 'soon' | 'last' | 'asked' | null) => ({
  ...reviewInvitationMail({
    ...frame(world),
    ...{
      organiserName: ORGANISER.name,
      meetingDate: '16 mars 2027',
      message: 'Relisez surtout les chiffres.',
      namedAs: 'Nanterre, Karim Belhadj',
    },
    passages: [{ text: 'Nous comptons trois jumelages dans la région.', href: `${secretAddressOf(world, '/reviews')}#p-1` }],
    ...{ link: secretAddressOf(world, '/reviews'), reminder },
  }),
  organiser: ORGANISER,
});

export const reviewInvitationSamples: Preview = (world) => [asked(world, null)];
export const reviewReminderSamples: Preview = (world) => [asked(world, 'soon'), asked(world, 'last'), asked(world, 'asked')];

const proposals = [
  { kind: 'replace' as const, text: 'quatre jumelages', comment: 'Il y en a un de plus.', authorName: 'Karim Belhadj' },
  { kind: 'comment' as const, text: '', comment: 'Faut-il citer la ville ?', authorName: 'Paula Quintero' },
];

export const reviewSummarySamples: Preview = (world) => [
  reviewSummaryMail({
    ...frame(world),
    proposals: [
      { ...proposals[0], kind: 'replace', text: 'quatre jumelages', comment: '', state: 'accepted', edited: false, reason: '' },
      { kind: 'comment', text: '', comment: 'Faut-il citer la ville ?', state: 'refused', edited: false, reason: 'Elle l’est plus haut.' },
    ],
    link: secretAddressOf(world, '/reviews'),
  }),
];

const counts = { asked: 12, answered: 7, undecided: 2 };
const decideUrl = (world: SampleWorld) => addressOf(world, `${PAGE}/review`);

export const reviewDigestSamples: Preview = (world) => [
  reviewDigestMail({ ...frame(world), proposals, answers: ['Thabo Nkosi'], counts, decideUrl: decideUrl(world) }),
];

export const reviewDeadlineSamples: Preview = (world) => [
  reviewDeadlineMail({
    ...frame(world),
    counts,
    decideUrl: decideUrl(world),
    followUrl: addressOf(world, '/meetings/point-amerique-latine/minutes/review'),
  }),
];
