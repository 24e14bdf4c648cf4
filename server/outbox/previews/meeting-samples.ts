import { cancellationMail } from '#emails/cancellation.tsx';
import { invitationMail } from '#emails/invitation.tsx';
import type { MeetingInMail } from '#emails/meeting-facts.ts';
import { meetingReminderMail } from '#emails/meeting-reminder.tsx';
import { meetingUpdateMail } from '#emails/meeting-update.tsx';
import { removalMail } from '#emails/removal.tsx';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { unprovenReplyMail } from '#emails/unproven-reply.tsx';
import { GROUP, ORGANISER, type Preview, READER, type SampleWorld, sampleAnswers, sampleCalendar, sampleMeeting } from './sample.ts';

const frame = ({ locale, appUrl }: SampleWorld) => ({ locale, appUrl, givenName: READER.givenName });

export const invitationSamples: Preview = (world) => {
  const invited = (meeting: MeetingInMail, roles: ('participant' | 'speaker')[]) => ({
    ...invitationMail({ ...frame(world), organiserName: ORGANISER.name, roles, meeting, answers: sampleAnswers(world) }),
    organiser: ORGANISER,
    ...sampleCalendar(world, 'REQUEST', { meeting, sequence: 0 }),
  });
  return [
    invited(sampleMeeting(world), ['speaker']),
    invited(sampleMeeting(world, { edtf: '2027-09', placeName: '', placeAddress: '', placeAccess: '' }), ['participant']),
  ];
};

export const updateSamples: Preview = (world) => {
  const meeting = sampleMeeting(world);
  const before = {
    edtf: '2027-03-15T10:00/2027-03-15T11:30',
    timeZone: 'Europe/Paris',
    placeName: 'Hôtel de Ville',
    placeAddress: 'Paris',
  };
  const changed = meetingUpdateMail({
    ...frame(world),
    ...{ answer: 'remote', before, onlineChanged: true, meeting, answers: sampleAnswers(world) },
  });
  return [changed && { ...changed, organiser: ORGANISER, ...sampleCalendar(world, 'REQUEST', { meeting, sequence: 1 }) }];
};

export const cancellationSamples: Preview = (world) => {
  const [off, then] = [
    sampleMeeting(world, { cancelReason: 'Grève des transports.\nNous proposerons une autre date.' }),
    sampleMeeting(world, { placeAccess: '', onlineUrl: '' }),
  ];
  const told = (mail: RenderedMail, meeting: MeetingInMail) => ({
    ...mail,
    organiser: ORGANISER,
    ...sampleCalendar(world, 'CANCEL', { meeting, sequence: 2 }),
  });
  return [
    told(cancellationMail({ ...frame(world), meeting: off }), off),
    told(removalMail({ ...frame(world), groupName: GROUP, meeting: then }), then),
  ];
};

export const unprovenReplySamples: Preview = (world) => [
  unprovenReplyMail({ ...frame(world), partstat: 'ACCEPTED', meeting: sampleMeeting(world), answers: sampleAnswers(world) }),
];

export const meetingReminderSamples: Preview = (world) => {
  const meeting = sampleMeeting(world);
  const points = [
    { title: 'Ouverture et tour de table', durationMinutes: 15 },
    { title: 'Quelle place pour les collectivités au forum ?', durationMinutes: 45 },
  ];
  const reminder = { ...frame(world), meeting, points, more: true, answers: sampleAnswers(world) };
  return [
    meetingReminderMail({ ...reminder, answer: 'none', daysLeft: 7 }),
    meetingReminderMail({ ...reminder, answer: 'remote', daysLeft: 1 }),
  ];
};
