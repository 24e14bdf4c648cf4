import { boundsOf, whenOf } from '#app/model/when.ts';
import { findInvitation, findMeetingState } from '#db/attendance/invitations.ts';
import { findVoteDeadline, listDates } from '#db/mail-preferences/urgency.ts';
import type { MailPayloads, MailTemplateName } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import type { MailToDecide } from './decide-delivery.ts';

/** A change of something that begins sooner than this is told at once. */
const SOON = { hours: 48 };

type Dated = { edtf: string; timeZone: string };
type Question<Name extends MailTemplateName> = (services: Services, payload: MailPayloads[Name]) => Promise<boolean>;

/** What cannot wait for the digest. A mail that is not named here can. */
const QUESTIONS: { [Name in MailTemplateName]?: Question<Name> } = {
  // it asks for an answer, and puts the meeting into the calendar
  invitation: async () => true,
  // before or after it moved: who would have come today must know, and who has to come tomorrow
  'meeting-update': async (services, { attendanceId, before }) => {
    const invitation = await findInvitation(services.db, attendanceId);
    return isSoon(services, before) || (invitation !== undefined && isSoon(services, invitation));
  },
  'speaker-link': async () => true,
  // somebody else has to be found
  'speaker-declined': async () => true,
  // it asks whether an answer that came in was theirs
  'unproven-reply': async () => true,
  'series-change': async (services, { news }) => {
    const now = await listDates(
      services.db,
      news.map(({ meetingId }) => meetingId),
    );
    return [...news.map(({ before }) => before), ...now].some((dated) => isSoon(services, dated));
  },
  cancellation: async (services, { meetingId, known }) => isSoon(services, known ?? (await findMeetingState(services.db, meetingId))),
  // it says by when somebody has to write
  'rapporteur-assigned': async () => true,
  // « il reste un jour »
  'review-reminder': async (_services, { occasion }) => occasion === 'last',
  'date-poll-invitation': async (services, { voterId }) => endsSoon(services, await findVoteDeadline(services.db, voterId)),
  'date-poll-reminder': async (services, { voterId }) => endsSoon(services, await findVoteDeadline(services.db, voterId)),
};

export async function cannotWait(services: Services, { template, payload }: MailToDecide): Promise<boolean> {
  // the row was written by queueMail, whose types tie the payload to the template's name
  const question = QUESTIONS[template] as Question<MailTemplateName> | undefined;
  return question ? question(services, payload as never) : false;
}

/** Begins within the next two days; what has begun is soon as well, what is over is not. */
function isSoon({ clock }: Services, { edtf, timeZone }: Dated): boolean {
  const bounds = boundsOf(whenOf(edtf), timeZone);
  if (!bounds) return false;
  const now = clock.now();
  const begins = Temporal.Instant.compare(bounds.from, now.add(SOON)) < 0;
  return begins && Temporal.Instant.compare(bounds.to, now) > 0;
}

/** The last day of voting ends within the next two. */
function endsSoon({ clock }: Services, poll: { deadline: string; timeZone: string } | undefined): boolean {
  if (!poll) return false;
  const end = Temporal.PlainDate.from(poll.deadline).add({ days: 1 }).toZonedDateTime(poll.timeZone).toInstant();
  return Temporal.Instant.compare(end, clock.now().add(SOON)) <= 0;
}
