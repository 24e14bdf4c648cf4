import { describe, expect, test } from 'vitest';
import { findReview, listReviewers } from '#db/reviews/read.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { organiseReview } from '#server/reviews/access.ts';
import { closeReview } from '#server/reviews/close-review.ts';
import { extendReview } from '#server/reviews/extend-review.ts';
import { openReview } from '#server/reviews/open-review.ts';
import { planReview } from '#server/reviews/plan-review.ts';
import { makePersonalLink } from '#server/reviews/review-links.ts';
import { listReviewerChoices } from '#server/reviews/reviewed-people.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { heldMeeting, openedReview, readerOf, tokenIn } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const stateOf = (meetingId: string) =>
  database.db.selectFrom('minutes').select('state').where('meetingId', '=', meetingId).executeTakeFirst();

describe('opening a review', () => {
  test('proposes all who were there or spoke, says who has no address, and how many will be written to', async () => {
    const held = await heldMeeting(database, services);
    const choices = await listReviewerChoices(services, held.scope);
    expect(choices.filter(({ proposed }) => proposed).map(({ familyName }) => familyName)).toEqual(['Agésilas', 'Belhadj', 'Quiroga']);
    expect(choices.filter(({ spoke }) => spoke).map(({ familyName }) => familyName)).toEqual(['Belhadj']);
    expect(await planReview(services, held.scope, { deadline: '2022-07-01', people: held.everybody })).toEqual({
      ...{ ok: true, reachable: 2, unreachable: 1 },
    });
  });

  test('takes the minutes out of the draft and writes to everybody who has an address, all at once', async () => {
    const held = await heldMeeting(database, services);
    expect(await held.open({ message: 'Merci de relire.' })).toEqual({ ok: true, written: 2 });
    expect(await stateOf(held.meeting.id)).toEqual({ state: 'in_review' });
    expect((await services.mailbox.unread()).sort()).toEqual([held.karim.person.email, held.rosalie.person.email].sort());
    const review = await findReview(database.db, held.scope);
    expect(review).toMatchObject({ deadline: '2022-07-01', message: 'Merci de relire.', closedAt: null, openedByName: 'Inès Robledo' });
    expect(await listReviewers(database.db, held.scope, review?.id ?? '', { limit: 10 })).toHaveLength(3);
    await services.mailbox.next(held.karim.person.email);
    await services.mailbox.next(held.rosalie.person.email);
  });

  test('takes the right to write in the notes from those who may only propose now, in open sockets too', async () => {
    const held = await heldMeeting(database, services);
    const karim = viewerOf(held.karim.person);
    expect((await findMeetingScope(services, karim, { id: held.meeting.id }))?.can.writeNotes).toBe(true);
    await held.open();
    expect((await findMeetingScope(services, karim, { id: held.meeting.id }))?.can.writeNotes).toBe(false);
    expect(services.accessChanges).toContainEqual({ meetingId: held.meeting.id });
  });

  test('by one form sent twice, or by two organisers at once, opens one and writes once', async () => {
    const held = await heldMeeting(database, services);
    const id = crypto.randomUUID();
    const answers = await Promise.all([held.open({ id }), held.open({ id }), held.open()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'already')).toHaveLength(2);
    const unread = await services.mailbox.unread();
    expect(unread.filter((to) => to === held.karim.person.email)).toHaveLength(1);
  });

  test.each([
    ['2022-06-23', 'deadline_past'],
    ['2023-06-24', 'deadline_far'],
  ])('until %s is refused', async (deadline, reason) => {
    const held = await heldMeeting(database, services);
    expect(await held.open({ deadline })).toEqual({ ok: false, reason });
    expect(await stateOf(held.meeting.id)).toBeUndefined();
  });

  test('until today, where the meeting is, is possible to the last hour of the day', async () => {
    const held = await heldMeeting(database, services);
    services.clock.set('2022-06-24T21:59:00Z');
    expect(await held.open({ deadline: '2022-06-24' })).toMatchObject({ ok: true });
    services.clock.set('2022-06-24T22:01:00Z');
    const other = await heldMeeting(database, services);
    services.clock.set('2022-06-24T22:01:00Z');
    expect(await other.open({ deadline: '2022-06-24' })).toEqual({ ok: false, reason: 'deadline_past' });
  });

  test('for nobody, with another number than was confirmed, without a word in the notes, or of a cancelled meeting is refused', async () => {
    const { db } = database;
    const held = await heldMeeting(database, services);
    expect(await held.open({ people: [] })).toEqual({ ok: false, reason: 'nobody' });
    expect(await held.open({ people: [crypto.randomUUID()] })).toEqual({ ok: false, reason: 'nobody' });
    expect(await held.open({ expected: 3 })).toEqual({ ok: false, reason: 'count_changed', count: 2 });
    await db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', held.meeting.id).execute();
    expect(await held.open()).toEqual({ ok: false, reason: 'cancelled' });
    const empty = await makeMeeting(db, { groupId: held.group.id });
    const scope = await organiseReview(services, held.viewer, empty.slug);
    const review = { id: crypto.randomUUID(), deadline: '2022-07-01', message: '', people: held.everybody, expected: 2 };
    expect(await openReview(services, { viewer: held.viewer, scope, review })).toEqual({ ok: false, reason: 'empty' });
  });

  test('is nothing for who does not organise the meeting', async () => {
    const held = await heldMeeting(database, services);
    await expect(organiseReview(services, viewerOf(held.karim.person), held.meeting.slug)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(organiseReview(services, null, held.meeting.slug)).rejects.toMatchObject({ status: 302 });
  });
});

describe('an open review', () => {
  test('gets another deadline, also when it has passed, and is closed for good', async () => {
    const { viewer, scope, reviewId } = await openedReview(database, services);
    services.clock.set('2022-07-03T08:00:00Z');
    expect(await extendReview(services, { viewer, scope, reviewId, deadline: '2022-07-02' })).toEqual({
      ok: false,
      reason: 'deadline_past',
    });
    expect(await extendReview(services, { viewer, scope, reviewId, deadline: '2022-07-08' })).toEqual({ ok: true });
    expect(await closeReview(services, { viewer, scope, reviewId })).toEqual({ ok: true });
    expect(await closeReview(services, { viewer, scope, reviewId })).toEqual({ ok: true });
    expect(await extendReview(services, { viewer, scope, reviewId, deadline: '2022-07-09' })).toEqual({ ok: false, reason: 'not_open' });
  });

  test('of another meeting is neither extended nor closed', async () => {
    const { reviewId } = await openedReview(database, services);
    const group = await makeGroup(database.db);
    const stranger = await makePerson(database.db);
    await makeMembership(database.db, { groupId: group.id, personId: stranger.id, role: 'organiser' });
    const meeting = await makeMeeting(database.db, { groupId: group.id });
    const viewer = viewerOf(stranger);
    const scope = await organiseReview(services, viewer, meeting.slug);
    expect(await extendReview(services, { viewer, scope, reviewId, deadline: '2022-07-08' })).toEqual({ ok: false, reason: 'not_open' });
    expect(await closeReview(services, { viewer, scope, reviewId })).toEqual({ ok: false, reason: 'unknown' });
  });

  test('gives the link of somebody without an address to the organiser, and of nobody who was not asked', async () => {
    const { viewer, scope, paula, theo } = await openedReview(database, services);
    const link = await makePersonalLink(services, { viewer, scope, attendanceId: paula.attendance.id, locale: 'fr' });
    const reader = await readerOf(services, tokenIn([link ?? '']));
    expect(reader.scope.attendanceId).toBe(paula.attendance.id);
    expect(await makePersonalLink(services, { viewer, scope, attendanceId: theo.attendance.id, locale: 'fr' })).toBeNull();
  });

  test('can be followed by a second one, to which the links of the first lead', async () => {
    const held = await openedReview(database, services);
    const { viewer, scope, reviewId, open, token } = held;
    await closeReview(services, { viewer, scope, reviewId });
    services.clock.advance({ days: 1 });
    expect(await open()).toEqual({ ok: true, written: 2 });
    expect((await readerOf(services, token)).scope.reviewId).not.toBe(reviewId);
  });
});
