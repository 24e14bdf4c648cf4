import { describe, expect, test } from 'vitest';
import { listReviewers } from '#db/reviews/read.ts';
import { answerReview } from '#server/reviews/answer-review.ts';
import { closeReview } from '#server/reviews/close-review.ts';
import { extendReview } from '#server/reviews/extend-review.ts';
import { remindOfReviews } from '#server/reviews/morning.ts';
import { remindReviewers } from '#server/reviews/remind-reviewers.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { heldMeeting, openedReview, propose, readerOf, replace, tokenIn } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

/** The unread mails to these people, each read. */
async function mailsTo(...people: { email: string }[]): Promise<{ to: string; subject: string; text: string; html: string }[]> {
  const unread = await services.mailbox.unread();
  const read = [];
  for (const { email } of people)
    for (const _ of unread.filter((to) => to === email)) {
      const { subject = '', text = '', html = '' } = await services.mailbox.next(email);
      read.push({ to: email, subject: plain(subject), text: plain(text), html: plain(html) });
    }
  return read;
}

/** With ordinary spaces: where lines may not break is another promise. */
const plain = (text = '') => text.replace(/[\u00A0\u202F]/g, ' ');

async function opened(given: Parameters<typeof openedReview>[2] = {}) {
  const scene = await openedReview(database, services, given);
  const rosalie = await readerOf(services, tokenIn((await services.mailbox.next(scene.rosalie.person.email)).links));
  return { ...scene, rosalieReads: rosalie };
}

/** Decides as an organiser would; what deciding does to the notes is proven with it. */
async function decide(id: string, state: 'accepted' | 'refused', reason = '') {
  const decided = { state, reason, decidedAt: services.clock.now().toString(), decidedByName: 'Inès Robledo' };
  await database.db.updateTable('complements').set(decided).where('id', '=', id).execute();
}

describe('the invitation', () => {
  test('quotes what the minutes have the reader say, names them, gives the deadline and one button', async () => {
    const { mail, organiser } = await openedReview(database, services, { message: 'Merci de vérifier les chiffres.' });
    expect(plain(mail.subject)).toBe('Compte-rendu à relire avant le vendredi 1er juillet 2022 : Point Amérique latine');
    for (const body of [mail.text, mail.html].map(plain)) {
      expect(body).toContain('Bonjour Karim,');
      expect(body).toContain('Nous coopérons avec Morón depuis 2012.');
      expect(body).toContain('Karim Belhadj, chargée de mission, Ville de Nanterre');
      expect(body).toContain('vendredi 1er juillet 2022');
      expect(body).toContain('Merci de vérifier les chiffres.');
      expect(body).toContain('Relire le compte-rendu');
    }
    expect(mail.html?.match(/class="act"/g)).toHaveLength(1);
    expect(mail.links.some((link) => /\/reviews\/[\w-]{43}\?block=p1&do=replace#p-p1$/.test(link))).toBe(true);
    expect(mail.replyTo?.[0]?.address).toBe(organiser.email);
  });

  test('comes in the language of the reader, with a link to the page in that language', async () => {
    const held = await heldMeeting(database, services);
    await database.db.updateTable('people').set({ language: 'en' }).where('id', '=', held.karim.person.id).execute();
    await held.open();
    const mail = await services.mailbox.next(held.karim.person.email);
    expect(plain(mail.subject)).toBe('Minutes to review by Friday 1 July 2022: Point Amérique latine');
    expect(mail.links.find((link) => link.includes('/reviews/'))).toMatch(/^https:\/\/tertulia\.example\/en\/reviews\//);
    await services.mailbox.next(held.rosalie.person.email);
  });

  test('is not sent any more when the review was closed before it left, nor to whom was taken off the list', async () => {
    const held = await heldMeeting(database, services);
    await held.open();
    await database.db.deleteFrom('attendances').where('id', '=', held.rosalie.attendance.id).execute();
    const { id: reviewId } = await database.db
      .selectFrom('reviewers')
      .innerJoin('reviews', 'reviews.id', 'reviewers.reviewId')
      .select('reviews.id')
      .where('attendanceId', '=', held.karim.attendance.id)
      .executeTakeFirstOrThrow();
    await closeReview(services, { viewer: held.viewer, scope: held.scope, reviewId });
    expect(await mailsTo(held.karim.person, held.rosalie.person)).toEqual([]);
  });
});

describe('reminders', () => {
  test('come two days before and on the last day, once each, to those alone of whom nothing came', async () => {
    const scene = await opened();
    const { karim, rosalie, paula, reader } = scene;
    await propose(services, reader, replace('Autre chose.'), { block: 'p1' });
    const people = [karim.person, rosalie.person, { email: paula.person.email }] as const;
    const came: [string, string][] = [];
    for (const day of ['06-28', '06-29', '06-30', '07-01', '07-02']) {
      services.clock.set(`2022-${day}T05:30:00Z`);
      // two nodes, and a second run
      await Promise.all([remindOfReviews(services), remindOfReviews(services)]);
      await remindOfReviews(services);
      for (const mail of await mailsTo(...people))
        came.push([day, `${mail.to === rosalie.person.email ? 'Rosalie' : mail.to}: ${mail.subject}`]);
    }
    expect(came).toEqual([
      ['06-29', 'Rosalie: Rappel : compte-rendu à relire avant le vendredi 1er juillet 2022, Point Amérique latine'],
      ['07-01', 'Rosalie: Dernier jour pour relire le compte-rendu : Point Amérique latine'],
    ]);
  });

  test('two days before come a day later when the server was down, and again for another deadline', async () => {
    const { viewer, scope, reviewId, rosalie, karim } = await opened();
    services.clock.set('2022-06-30T05:30:00Z');
    await remindOfReviews(services);
    expect(await mailsTo(rosalie.person, karim.person)).toHaveLength(2);
    await extendReview(services, { viewer, scope, reviewId, deadline: '2022-07-08' });
    services.clock.set('2022-07-06T05:30:00Z');
    await remindOfReviews(services);
    expect(await mailsTo(rosalie.person, karim.person)).toHaveLength(2);
  });

  test('asked for by an organiser reach the silent at once, and nobody twice in half a day', async () => {
    const { viewer, scope, reviewId, karim, rosalie, reader } = await opened();
    expect(await remindReviewers(services, { viewer, scope, reviewId })).toEqual({ ok: true, written: 0 });
    services.clock.advance({ days: 1 });
    await answerReview(services, reader.scope);
    const both = await Promise.all([1, 2].map(() => remindReviewers(services, { viewer, scope, reviewId })));
    expect(both.map((answer) => answer.ok && answer.written).sort()).toEqual([0, 1]);
    const [mail, ...others] = await mailsTo(rosalie.person, karim.person);
    expect([mail?.subject, others]).toEqual(['Rappel : compte-rendu à relire, Point Amérique latine', []]);
    const reviewers = await listReviewers(database.db, scope, reviewId, { limit: 9 });
    expect(reviewers.filter(({ remindedAt }) => remindedAt !== null).map(({ familyName }) => familyName)).toEqual(['Agésilas']);
  });

  test('are not sent any more to who answered since they were queued', async () => {
    const { rosalieReads, rosalie, karim } = await opened();
    services.clock.set('2022-06-29T05:30:00Z');
    await remindOfReviews(services);
    await answerReview(services, rosalieReads.scope);
    expect((await mailsTo(rosalie.person, karim.person)).map(({ to }) => to)).toEqual([karim.person.email]);
  });
});

describe('organisers', () => {
  test('are told once a day what came in, and nothing when nothing did', async () => {
    const { organiser, reader, rosalieReads } = await opened();
    await remindOfReviews(services);
    expect(await mailsTo(organiser)).toEqual([]);
    await propose(services, reader, replace('Nous coopérons depuis 2013.'), { block: 'p1' });
    await propose(services, reader, { kind: 'comment', comment: 'Et Rosario ?' }, { at: 'minutes' });
    await answerReview(services, rosalieReads.scope);
    services.clock.set('2022-06-25T05:30:00Z');
    await Promise.all([remindOfReviews(services), remindOfReviews(services)]);
    const [mail, ...others] = await mailsTo(organiser);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Relecture, 2 propositions, 1 réponse : Point Amérique latine');
    for (const said of ['Nous coopérons depuis 2013.', 'Et Rosario ?', 'Rosalie Agésilas', 'Karim Belhadj', '2 sur 3'])
      for (const body of [mail?.text, mail?.html]) expect(body).toContain(said);
    services.clock.set('2022-06-26T05:30:00Z');
    await remindOfReviews(services);
    expect(await mailsTo(organiser)).toEqual([]);
  });

  test('are told once that the deadline has passed and what is left, again when a later one has', async () => {
    const { organiser, viewer, scope, reviewId, reader, karim, rosalie } = await opened();
    await propose(services, reader, replace('Autre chose.'), { block: 'p1' });
    for (const day of ['02', '03']) {
      services.clock.set(`2022-07-${day}T05:30:00Z`);
      await remindOfReviews(services);
    }
    const [mail, ...others] = await mailsTo(organiser);
    expect([mail?.subject, others]).toEqual(['La relecture est arrivée à son terme : Point Amérique latine', []]);
    expect(mail?.text).toContain('Une proposition attend votre décision');
    await extendReview(services, { viewer, scope, reviewId, deadline: '2022-07-05' });
    services.clock.set('2022-07-06T05:30:00Z');
    await remindOfReviews(services);
    expect(await mailsTo(organiser)).toHaveLength(1);
    await mailsTo(karim.person, rosalie.person);
  });
});

describe('who proposed', () => {
  test('learns in one mail what became of all of it, once the review is closed and everything decided', async () => {
    const { viewer, scope, reviewId, reader, karim, rosalie, organiser } = await opened();
    const first = await propose(services, reader, replace('Nous coopérons depuis 2013.'), { block: 'p1' });
    const second = await propose(services, reader, { kind: 'insert', text: 'Et avec Rosario.', comment: '' }, { block: 'r1' });
    await decide(first.id, 'accepted');
    await closeReview(services, { viewer, scope, reviewId });
    expect(await mailsTo(karim.person, rosalie.person)).toEqual([]);
    await decide(second.id, 'refused', 'Non dit en séance.');
    for (let run = 0; run < 3; run += 1) await remindOfReviews(services);
    const [mail, ...others] = await mailsTo(karim.person, rosalie.person);
    expect([mail?.to, mail?.subject, others]).toEqual([
      karim.person.email,
      'Ce que sont devenues vos propositions : Point Amérique latine',
      [],
    ]);
    for (const said of ['1 acceptée, 1 refusée', 'Nous coopérons depuis 2013.', 'Et avec Rosario.', 'Refusée : Non dit en séance.'])
      for (const body of [mail?.text, mail?.html]) expect(body).toContain(said);
    await mailsTo(organiser);
  });

  test('learns it at the closing itself when nothing was left to decide', async () => {
    const { viewer, scope, reviewId, reader, karim } = await opened();
    const { id } = await propose(services, reader, replace('Nous coopérons depuis 2013.'), { block: 'p1' });
    await decide(id, 'accepted');
    await closeReview(services, { viewer, scope, reviewId });
    expect(await mailsTo(karim.person)).toHaveLength(1);
  });
});
