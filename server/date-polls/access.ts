import { type DatePollScope, type GuestDoorScope, mint } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findPollForAccess, findPollOfVoter, findPollTies } from '#db/date-polls/access.ts';
import { findLink } from '#server/accounts/link-tokens.ts';
import { type OrganisedGroup, organiseGroup } from '#server/groups/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { maySeePoll, pollAbilities } from './policy.ts';

/** A poll of a group that the viewer organises: what verbs that change a poll ask for. */
export type OrganisedPoll = DatePollScope & { can: { organise: true } };
/** A poll with the ballot of whoever looks at it. */
export type BallotScope = DatePollScope & { voterId: string };

export const pollPath = (slug: string) => `/polls/${slug}`;

/** Gate of a poll's page for who is signed in: its organisers and those who are asked. Asks a visitor to sign in; 404 for anybody else. */
export async function enterPoll(services: Services, viewer: Viewer | null, slug: string, path = pollPath(slug)): Promise<DatePollScope> {
  const poll = await findPollForAccess(services.db, { slug });
  if (!poll || !viewer) return refuse(viewer, path);
  const ties = await findPollTies(services.db, { pollId: poll.id, groupId: poll.groupId, personId: viewer.personId });
  if (!maySeePoll(viewer, ties)) return notFound();
  const { voterId } = ties;
  return mint<DatePollScope>({ pollId: poll.id, groupId: poll.groupId, voterId, can: pollAbilities(viewer, poll, ties) });
}

/** Gate of what only organisers do with a poll. */
export async function organisePoll(services: Services, viewer: Viewer | null, slug: string, path = pollPath(slug)): Promise<OrganisedPoll> {
  const scope = await enterPoll(services, viewer, slug, path);
  return scope.can.organise ? (scope as OrganisedPoll) : notFound();
}

export type OpenedVoteLink = { kind: 'ballot'; scope: BallotScope; personId: string | null } | { kind: 'door'; scope: GuestDoorScope };

/**
 * Gate of the page behind the link in a mail, which is the only proof asked for, and of the door behind a guest link. Null
 * for one that is unknown, expired, withdrawn, made for something else, or of somebody who is not asked any more: callers
 * answer all of them alike, so that nobody learns which. Opening it changes nothing.
 */
export async function openVoteLink(services: Services, token: string): Promise<OpenedVoteLink | null> {
  const link = await findLink(services, 'date_poll', token);
  if (link.state !== 'valid') return null;
  if (link.datePollVoterId) return openBallot(services, link.datePollVoterId);
  const poll = link.datePollId && (await findPollForAccess(services.db, { id: link.datePollId }));
  return poll ? { kind: 'door', scope: mint<GuestDoorScope>({ pollId: poll.id }) } : null;
}

async function openBallot(services: Services, voterId: string): Promise<OpenedVoteLink | null> {
  const ballot = await readBallotForMail(services, voterId);
  return ballot && { kind: 'ballot', ...ballot };
}

/** Gate of the mails to a voter, which say what their page says; null: no longer asked. A link organises nothing, whoever's it is. */
export async function readBallotForMail(
  services: Services,
  voterId: string,
): Promise<{ scope: BallotScope; personId: string | null } | null> {
  const found = await findPollOfVoter(services.db, voterId);
  if (!found) return null;
  const { id: pollId, groupId, personId } = found;
  const can = { organise: false, seeVotes: found.votesShownTo === 'voters' };
  return { scope: mint<BallotScope>({ pollId, groupId, voterId, can }), personId };
}

/** Gate of the mails to organisers about a poll; null: it is no more. */
export async function readPollForMail(services: Services, pollId: string): Promise<DatePollScope | null> {
  const poll = await findPollForAccess(services.db, { id: pollId });
  if (!poll) return null;
  return mint<DatePollScope>({ pollId, groupId: poll.groupId, voterId: null, can: { organise: true, seeVotes: true } });
}

/** The group of a poll, for who organises it: what making a meeting asks for. */
export async function organiseGroupOfPoll(services: Services, viewer: Viewer | null, slug: string): Promise<OrganisedGroup> {
  const poll = await findPollForAccess(services.db, { slug });
  if (!poll) return refuse(viewer, pollPath(slug));
  return organiseGroup(services, viewer, poll.groupSlug, pollPath(slug));
}
