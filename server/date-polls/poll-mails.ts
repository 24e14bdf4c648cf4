import { type Locale, localePath } from '#app/locale.ts';
import { datePollState, whenOfDate } from '#app/model/date-polls.ts';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { rankDates } from '#app/model/rank-dates.ts';
import { cleanLine } from '#app/model/text.ts';
import { findSender } from '#db/attendance/invitations.ts';
import { type DatePollRow, findDatePoll, findVoterZone, listOptions, listVoters, listVotes, type OptionRow } from '#db/date-polls/read.ts';
import { datePollClosedMail } from '#emails/date-poll-closed.tsx';
import type { DatePollInMail } from '#emails/date-poll-facts.ts';
import { datePollInvitationMail } from '#emails/date-poll-invitation.tsx';
import { datePollProposalMail } from '#emails/date-poll-proposal.tsx';
import { datePollReminderMail } from '#emails/date-poll-reminder.tsx';
import { datePollSettledMail } from '#emails/date-poll-settled.tsx';
import { senderOf } from '#server/attendance/meeting-in-mail.ts';
import type { MailTemplate } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { pollPath, readBallotForMail, readPollForMail } from './access.ts';
import { mintVoteLink } from './vote-links.ts';

/** As many voters as a poll can have. */
const EVERYBODY = 700;

/** What is asked, as things stand when the mail leaves; not wanted any more when votes are not taken, or the person not asked. */
export const renderDatePollInvitation: MailTemplate<'date-poll-invitation'> = async (services, { payload, locale }) => {
  const { voterId, by, occasion, optionId } = payload;
  const read = await readAddressee(services, voterId, locale);
  if (read?.state !== 'open') return null;
  const added = optionId === undefined ? null : read.options.find((option) => option.id === optionId);
  // the new date was taken away again, or answered on the page meanwhile
  if (occasion === 'new_date' && (!added || read.voted.has(added.id))) return null;
  const organiser = await senderOf(services, by);
  const mail = datePollInvitationMail({
    ...frameOf(services, read, locale),
    ...{ occasion, organiserName: organiser?.name ?? null, link: await linkTo(services, read, locale) },
    dates: (added ? [added] : read.options).map((option) => lineOf(option, read.row, read.readerZone, locale)),
  });
  return { ...mail, ...(organiser && { organiser }) };
};

/** The ballot of a guest who asked for it, and of whoever's address a guest typed: it is their own anyway. */
export const renderDatePollOwnLink: MailTemplate<'date-poll-own-link'> = async (services, { payload, locale }) => {
  const read = await readAddressee(services, payload.voterId, locale);
  if (read?.state !== 'open') return null;
  return datePollInvitationMail({
    ...frameOf(services, read, locale),
    ...{ occasion: 'own_link', name: null, organiserName: null, link: await linkTo(services, read, locale) },
    dates: read.options.map((option) => lineOf(option, read.row, read.readerZone, locale)),
  });
};

/** A reminder; not wanted any more by whoever answered since it was queued. */
export const renderDatePollReminder: MailTemplate<'date-poll-reminder'> = async (services, { payload, locale }) => {
  const read = await readAddressee(services, payload.voterId, locale);
  if (read?.state !== 'open' || read.answered) return null;
  const organiser = payload.by ? await senderOf(services, payload.by) : undefined;
  const mail = datePollReminderMail({
    ...frameOf(services, read, locale),
    ...{ occasion: payload.occasion, link: await linkTo(services, read, locale) },
    dates: read.options.map((option) => lineOf(option, read.row, read.readerZone, locale)),
  });
  return { ...mail, ...(organiser && { organiser }) };
};

/** The poll is withdrawn, to one who was asked. */
export const renderDatePollSettled: MailTemplate<'date-poll-settled'> = async (services, { payload, locale }) => {
  const read = await readAddressee(services, payload.voterId, locale);
  if (read?.state !== 'withdrawn') return null;
  const organiser = await senderOf(services, payload.by);
  const mail = datePollSettledMail({ ...frameOf(services, read, locale), organiserName: organiser?.name ?? null });
  return { ...mail, ...(organiser && { organiser }) };
};

/** The deadline has passed, with the best dates, to an organiser; not wanted when there is more time, or a date was chosen. */
export const renderDatePollClosed: MailTemplate<'date-poll-closed'> = async (services, { payload, personId, locale }) => {
  const read = await readOrganiser(services, payload.pollId, personId);
  if (read?.state !== 'over' || read.row.deadline !== payload.deadline) return null;
  const { row, options, voters, votes } = read;
  const ranking = rankDates({ optionIds: options.map((option) => option.id), voters, votes }, row);
  const best = ranking.dates.filter((date) => ranking.leaders.includes(date.optionId));
  return datePollClosedMail({
    ...frameOf(services, read, locale),
    counts: { answered: voters.filter((voter) => voter.answeredAt !== null).length, voters: voters.length },
    best: best.flatMap((date) => {
      const option = options.find(({ id }) => id === date.optionId);
      return option ? [{ ...date, line: lineOf(option, row, null, locale) }] : [];
    }),
    link: `${services.env.appUrl}${localePath(pollPath(row.slug), locale)}`,
  });
};

/** A voter asks for another date, to an organiser; not wanted once it was decided. */
export const renderDatePollProposal: MailTemplate<'date-poll-proposal'> = async (services, { payload, personId, locale }) => {
  const read = await readOrganiser(services, payload.pollId, personId);
  const option = read?.proposed.find(({ id }) => id === payload.optionId);
  if (!read || !option) return null;
  return datePollProposalMail({
    ...frameOf(services, read, locale),
    voterName: read.voters.find((voter) => voter.id === option.proposedBy)?.name ?? null,
    date: lineOf(option, read.row, null, locale),
    link: `${services.env.appUrl}${localePath(pollPath(read.row.slug), locale)}`,
  });
};

async function readAddressee(services: Services, voterId: string, locale: Locale) {
  const ballot = await readBallotForMail(services, voterId);
  if (!ballot) return null;
  const { scope, personId } = ballot;
  const { db, clock } = services;
  // as an organiser's mail would: the addressee's own line, whoever else's are shown on the page
  const own = { ...scope, can: { organise: false, seeVotes: false } };
  const [row, options, [voter], votes, readerZone] = await Promise.all([
    findDatePoll(db, scope),
    listOptions(db, scope),
    listVoters(db, own, { limit: 1 }),
    listVotes(db, own),
    findVoterZone(db, scope),
  ]);
  if (!voter) return null;
  return {
    ...{ row, voterId, personId, readerZone, locale, name: voter.givenName || voter.name, answered: voter.answeredAt !== null },
    ...{ state: datePollState(row, clock.now()), voted: new Set(votes.map((vote) => vote.optionId)) },
    options: options.filter((option) => option.state === 'offered'),
  };
}

async function readOrganiser(services: Services, pollId: string, personId: string | null) {
  const scope = await readPollForMail(services, pollId);
  const organiser = personId && (await findSender(services.db, personId));
  if (!scope || !organiser) return null;
  const [row, all, voters, votes] = await Promise.all([
    findDatePoll(services.db, scope),
    listOptions(services.db, scope),
    listVoters(services.db, scope, { limit: EVERYBODY }),
    listVotes(services.db, scope),
  ]);
  return {
    ...{ row, votes, name: organiser.givenName, state: datePollState(row, services.clock.now()) },
    voters: voters.filter(
      (voter) => voter.cameAs !== 'guest' || voter.answeredAt !== null || all.some((one) => one.proposedBy === voter.id),
    ),
    options: all.filter((option) => option.state === 'offered'),
    proposed: all.filter((option) => option.state === 'proposed'),
  };
}

function frameOf(services: Services, { row, name }: { row: DatePollRow; name: string }, locale: Locale) {
  const { groupName, deadline, durationMinutes, placeName, placeAddress, onlineUrl, message } = row;
  const poll: DatePollInMail = {
    ...{ question: cleanLine(row.question), groupName, deadline, durationMinutes, placeName, placeAddress, message },
    online: onlineUrl !== '',
  };
  return { locale, appUrl: services.env.appUrl, name, poll };
}

function linkTo(services: Services, { voterId, personId }: { voterId: string; personId: string | null }, locale: Locale) {
  return mintVoteLink(services, { voterId, personId, locale });
}

/** « Mardi 13 septembre 2022, 16 h – 17 h 30 à Paris (11 h à Buenos Aires) » */
function lineOf(option: OptionRow, { durationMinutes, timeZone }: DatePollRow, readerZone: string | null, locale: Locale): string {
  const when = whenOfDate(option, durationMinutes, timeZone);
  const { full, zoneNote } = formatWhen(when, { zone: timeZone, readerZone, locale, city: true });
  return sentenceCase(zoneNote ? `${full} (${zoneNote})` : full);
}
