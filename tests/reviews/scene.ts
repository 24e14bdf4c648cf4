import type { BlockKind, NoteBlock } from '#app/model/notes.ts';
import type { Proposal } from '#app/model/proposals.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { enterReviewByToken, organiseReview, type ReviewReader } from '#server/reviews/access.ts';
import { openReview, type ReviewToOpen } from '#server/reviews/open-review.ts';
import { type ProposalPlace, proposeComplement } from '#server/reviews/propose-complement.ts';
import { readDraft } from '#server/reviews/read-draft.ts';
import { showParagraph } from '#server/reviews/read-review-page.ts';
import { openShown, type ShownParagraph } from '#server/reviews/shown-paragraph.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

export const paragraph = (kind: BlockKind, text: string, id: string, speakerId: string | null = null): NoteBlock => ({
  ...{ type: 'paragraph', id, kind, inline: [{ text }], speakerId, assigneeId: null, assignee: '', due: null },
});

/**
 * The meeting of 20 June 2022 in Paris, four days ago: Karim spoke, Rosalie came and said nothing, Paula has no address,
 * Théo was excused. Nothing is open yet.
 */
export async function heldMeeting({ db }: TestDatabase, services: TestServices) {
  services.clock.set('2022-06-24T08:00:00Z');
  const group = await makeGroup(db);
  const organiser = await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const meeting = await makeMeeting(db, { groupId: group.id });
  const attend = async (givenName: string, familyName: string, given: object, person: object = {}) => {
    const somebody = await makePerson(db, { givenName, familyName, function: 'chargée de mission', ...person });
    const attendance = await makeAttendance(db, {
      meetingId: meeting.id,
      personId: somebody.id,
      organisationName: 'Ville de Nanterre',
      ...given,
    });
    return { person: somebody, attendance };
  };
  const karim = await attend('Karim', 'Belhadj', { answer: 'remote' });
  const rosalie = await attend('Rosalie', 'Agésilas', { answer: 'in_person' });
  const paula = await attend('Paula', 'Quiroga', { answer: 'remote' }, { email: null });
  const theo = await attend('Théo', 'Marchand', { answer: 'declined' });
  const item = { meetingId: meeting.id, position: 0, title: 'Tour de table', durationMinutes: 30 };
  const { id: agendaItemId } = await db.insertInto('agendaItems').values(item).returning('id').executeTakeFirstOrThrow();
  const say = (...blocks: NoteBlock[]) => appendBlocks(services, meeting.id, agendaItemId, blocks, organiser.id);
  await say(
    paragraph('turn', 'Karim Belhadj', 't1', karim.attendance.id),
    paragraph('text', 'Nous coopérons avec Morón depuis 2012.', 'p1'),
    paragraph('takeaway', 'Garder le groupe.', 'r1'),
    paragraph('decision', 'Le groupe se réunit chaque mois.', 'd1'),
  );
  const viewer = viewerOf(organiser);
  const scope = await organiseReview(services, viewer, meeting.slug);
  const everybody = [karim, rosalie, paula].map(({ attendance }) => attendance.id);
  const open = (given: Partial<ReviewToOpen> = {}) => {
    const review = { id: crypto.randomUUID(), deadline: '2022-07-01', message: '', people: everybody, expected: 2, ...given };
    return openReview(services, { viewer, scope, review });
  };
  return { group, organiser, meeting, agendaItemId, karim, rosalie, paula, theo, say, viewer, scope, everybody, open };
}

export type HeldMeeting = Awaited<ReturnType<typeof heldMeeting>>;

/** The same once its review is open until 1 July, with the link that Karim's mail brought. */
export async function openedReview(database: TestDatabase, services: TestServices, given: Partial<ReviewToOpen> = {}) {
  const held = await heldMeeting(database, services);
  const opened = await held.open(given);
  if (!opened.ok) throw new Error(`The review did not open: ${opened.reason}.`);
  const mail = await services.mailbox.next(held.karim.person.email);
  const token = tokenIn(mail.links);
  const reader = await readerOf(services, token);
  return { ...held, mail, token, reader, reviewId: reader.scope.reviewId };
}

/** The secret in a mail's links. */
export function tokenIn(links: readonly string[]): string {
  const token = links.map((link) => /\/reviews\/([\w-]{43})/.exec(link)?.[1]).find(Boolean);
  if (!token) throw new Error(`No review link among ${links.join(', ')}.`);
  return token;
}

export async function readerOf(services: TestServices, token: string): Promise<ReviewReader> {
  const link = await enterReviewByToken(services, token);
  if (link.state !== 'valid') throw new Error(`The link is ${link.state}.`);
  return link.reader;
}

/** A paragraph as the page of this reader shows it now. */
export async function shownTo(services: TestServices, reader: ReviewReader, blockId: string): Promise<ShownParagraph> {
  const shown = showParagraph(services, reader.scope, await readDraft(services, reader), blockId);
  const opened = shown && openShown(services, { meetingId: reader.scope.meetingId, blockId, ...shown });
  if (!opened) throw new Error(`The page does not show ${blockId}.`);
  return opened;
}

/** Proposes something about a paragraph as it stands now. */
export async function propose(services: TestServices, reader: ReviewReader, proposal: Proposal, where: { block: string } | ProposalPlace) {
  // one after the other, as people do
  services.clock.advance({ seconds: 1 });
  const id = crypto.randomUUID();
  const place: ProposalPlace = 'block' in where ? { at: 'paragraph', shown: await shownTo(services, reader, where.block) } : where;
  return { id, answer: await proposeComplement(services, reader.scope, { id, proposal, place }) };
}

export const replace = (text: string): Proposal => ({ kind: 'replace', text, comment: '' });
