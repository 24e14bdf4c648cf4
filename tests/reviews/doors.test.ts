import { describe, expect, test } from 'vitest';
import * as decide from '#app/complements/review.route.tsx';
import * as meetingPage from '#app/meetings/meeting.route.tsx';
import type { Viewer } from '#app/model/viewer.ts';
import type { LoadedReview } from '#app/reviews/load-review.server.ts';
import * as myReview from '#app/reviews/my-review.route.tsx';
import * as organise from '#app/reviews/organise-review.route.tsx';
import * as review from '#app/reviews/review.route.tsx';
import { windowWords } from '#app/reviews/review-words.ts';
import { listOwnComplements } from '#db/complements/read.ts';
import { listReviewers } from '#db/reviews/read.ts';
import { changeState } from '#server/minutes/change-state.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { closeReview } from '#server/reviews/close-review.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { heldMeeting, openedReview } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

type Door = (args: never) => Promise<unknown>;
type Form = Record<string, string | string[]>;
type Knock = { viewer?: Viewer | null; params: Record<string, string>; form?: Form; search?: string };

/** What the door answers: the data of a page, or its status and where it sends. */
async function knock(door: unknown, { viewer = null, params, form, search = '' }: Knock) {
  const fields = Object.entries(form ?? {}).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]));
  const body = form ? { method: 'POST', body: new URLSearchParams(fields) } : {};
  const request = new Request(`https://tertulia.example/${search}`, body);
  const result = await (door as Door)({ request, params, context: contextOf(services, viewer) } as never).catch(
    (thrown: unknown) => thrown,
  );
  if (result instanceof Error) throw result;
  if (result instanceof Response) return { status: result.status, to: result.headers.get('location') ?? '', body: null };
  const { init, data } = (result ?? {}) as { init?: { status?: number }; data?: unknown };
  return { status: init?.status ?? 200, to: '', body: init ? data : result };
}

async function scene() {
  const opened = await openedReview(database, services);
  const params = { token: opened.token };
  const look = async (search = '') =>
    (await knock(review.loader, { params, search })).body as LoadedReview & { byLink: { other: string | null } };
  const send = (form: Form) => knock(review.action, { params, form });
  const formFor = async (search: string): Promise<Form> => ({ ...(await look(search)).form, intent: 'propose' });
  const own = () => listOwnComplements(database.db, opened.reader.scope, { limit: 9 });
  return { ...opened, params, look, send, formFor, own };
}

describe('the page behind a mail’s link', () => {
  test('says whose link it is, opens the form that its address asks for, and changes nothing, however often it is read', async () => {
    const { look, karim, reviewId, scope } = await scene();
    for (const search of ['', '?block=p1&do=replace', '?block=p1&do=delete', '?do=identity', '?block=gone', '?edit=x', '?done=answered'])
      await look(search);
    const { page, form } = await look('?block=p1&do=replace');
    expect(page.reader.identity.name).toBe('Karim Belhadj');
    expect(form).toMatchObject({ kind: 'replace', block: 'p1', text: 'Nous coopérons avec Morón depuis 2012.' });
    expect(await look('?block=gone')).toMatchObject({ form: null, lost: true });
    const line = (await listReviewers(database.db, scope, reviewId, { limit: 9 })).find((one) => one.attendanceId === karim.attendance.id);
    expect(line).toMatchObject({ firstOpenedAt: null, answeredAt: null, proposals: 0 });
  });

  test('tells when somebody else is signed in on the device', async () => {
    const { params, organiser } = await scene();
    const { body } = await knock(review.loader, { params, viewer: viewerOf(organiser) });
    expect(body).toMatchObject({ byLink: { other: 'Inès Robledo' } });
  });

  test('takes « rien à ajouter » and the sign of an opening from a form alone', async () => {
    const { send, params, look, reviewId, scope, karim } = await scene();
    expect(await send({ intent: 'opened' })).toMatchObject({ status: 302, to: `/reviews/${params.token}` });
    expect((await look()).page.reader).toMatchObject({ opened: true, answered: false });
    expect(await send({ intent: 'answer' })).toMatchObject({ status: 302, to: `/reviews/${params.token}?done=answered#answer` });
    await send({ intent: 'answer' });
    const line = (await listReviewers(database.db, scope, reviewId, { limit: 9 })).find((one) => one.attendanceId === karim.attendance.id);
    expect(line?.answeredAt).not.toBeNull();
  });

  test('takes a correction, clean of what nobody types, and shows HTML as the words that it is', async () => {
    const { send, formFor, own } = await scene();
    const form = await formFor('?block=p1');
    const text = ' <b>Nous</b>\u0000 coopérons\u202E &\r\navec <script>alert(1)</script> ';
    expect(await send({ ...form, text })).toMatchObject({ status: 302 });
    expect(await own()).toMatchObject([{ proposed: { inline: [{ text: '<b>Nous</b>  coopérons &\navec <script>alert(1)</script>' }] } }]);
  });

  test.each([
    ['unchanged', {}, 'text'],
    ['empty', { text: ' \u0000\n ' }, 'text'],
    ['too long', { text: 'x'.repeat(20_001) }, 'text'],
    ['with a comment that is too long', { text: 'Oui.', comment: 'x'.repeat(5001) }, 'comment'],
  ])('gives back what was typed when it is %s', async (_, change, field) => {
    const { send, formFor, own } = await scene();
    const form: Form = { ...(await formFor('?block=p1')), ...change };
    expect(await send(form)).toMatchObject({ status: 422, body: { refused: { values: { text: form.text }, faults: [{ field }] } } });
    expect(await own()).toEqual([]);
  });

  test('refuses forged and foreign paragraphs, and proposals without an id, and keeps what was typed', async () => {
    const { send, formFor, own, agendaItemId } = await scene();
    const form: Form = { ...(await formFor('?block=p1')), text: 'Gardez-moi.' };
    const foreign = await (await scene()).formFor('?block=p1');
    const changes: Form[] = [
      { base: 'Jamais dit.' },
      { block: 'p9' },
      { seal: '' },
      { seal: String(foreign.seal) },
      { item: String(foreign.item) },
      { blockKind: 'decision' },
    ];
    for (const change of changes)
      expect(await send({ ...form, ...change })).toMatchObject({ status: 422, body: { refused: { values: { text: 'Gardez-moi.' } } } });
    expect((await send({ ...form, id: 'x' })).status).toBe(400);
    expect((await send({ intent: 'nonsense' })).status).toBe(400);
    expect((await send({ intent: 'propose', id: crypto.randomUUID(), kind: 'identity', name: '' })).status).toBe(422);
    expect((await send({ intent: 'propose', id: crypto.randomUUID(), kind: 'insert', item: crypto.randomUUID(), text: 'x' })).status).toBe(
      422,
    );
    expect((await send({ intent: 'propose', id: crypto.randomUUID(), kind: 'insert', item: agendaItemId, text: 'Bien.' })).status).toBe(
      302,
    );
    expect(await own()).toHaveLength(1);
  });

  test('hands back what was typed when the minutes became a draft again while it was', async () => {
    const { send, formFor, scope, viewer } = await scene();
    const form = await formFor('?block=p1');
    await changeState(services, scope, viewer, { to: 'draft' });
    const { status, body } = await send({ ...form, text: 'Mes mots.' });
    expect([status, body]).toMatchObject([409, { refused: { values: { text: 'Mes mots.' } } }]);
    expect(JSON.stringify(body)).toContain('a repris le brouillon');
  });

  test('is a dead end, without a name, for a link that is nothing, or has expired', async () => {
    const { params } = await scene();
    expect(await knock(review.loader, { params: { token: 'x' } })).toMatchObject({ status: 404, body: { dead: true, expired: false } });
    expect(await knock(review.action, { params: { token: 'x' }, form: { intent: 'answer' } })).toMatchObject({ status: 404 });
    services.clock.advance({ months: 10 });
    expect(await knock(review.loader, { params })).toMatchObject({ status: 410, body: { dead: true, expired: true } });
  });
});

describe('the same page for who is signed in', () => {
  test('is open to those on the list, asked or not; nobody else learns that it exists', async () => {
    const { meeting, karim, theo } = await scene();
    const params = { meeting: meeting.slug };
    for (const { person } of [karim, theo]) {
      const { body } = await knock(myReview.loader, { params, viewer: viewerOf(person) });
      expect(body).toMatchObject({ path: `/meetings/${meeting.slug}/minutes/my-review` });
    }
    const send = { params, form: { intent: 'answer' }, viewer: viewerOf(theo.person) };
    expect((await knock(myReview.action, send)).to).toContain('done=answered');
    expect((await knock(myReview.loader, { params, viewer: viewerOf(await makePerson(database.db)) })).status).toBe(404);
    expect(await knock(myReview.loader, { params })).toMatchObject({ status: 302 });
    const unopened = await heldMeeting(database, services);
    expect(
      (await knock(myReview.loader, { params: { meeting: unopened.meeting.slug }, viewer: viewerOf(unopened.karim.person) })).status,
    ).toBe(404);
  });
});

describe('once the minutes are no longer in review', () => {
  test.each(['draft', 'published and a draft again'])('(%s) the draft is shown to nobody; one’s own proposals are', async (now) => {
    const { meeting, theo, send, formFor, look, params, scope, viewer } = await scene();
    await send({ ...(await formFor('?block=p1')), text: 'Depuis 2013.' });
    const signedIn = async () =>
      (await knock(myReview.loader, { params: { meeting: meeting.slug }, viewer: viewerOf(theo.person) })).body as LoadedReview;
    services.clock.advance({ days: 30 });
    expect((await look()).page).toMatchObject({ review: { window: 'over' }, sections: [{ title: 'Tour de table' }] });
    if (now !== 'draft') {
      expect(await changeState(services, scope, viewer, { to: 'approved', knowingly: true })).toMatchObject({ ok: true });
      expect((await look()).page).toMatchObject({ review: { window: 'settled', published: false }, sections: [] });
      expect(await publishMinutes(services, scope, viewer, { number: 1 })).toMatchObject({ ok: true });
    }
    await changeState(services, scope, viewer, { to: 'draft' });
    for (const { page } of [await look(), await signedIn()]) {
      expect(page).toMatchObject({ review: { window: 'reopened' }, sections: [] });
      expect(windowWords(page.review.window)).toContain('n’est plus montré ici');
      expect(JSON.stringify(page)).not.toContain('Garder le groupe');
    }
    expect((await look()).page.proposals).toMatchObject([{ words: 'Depuis 2013.' }]);
    expect((await knock(review.loader, { params, search: '?block=p1' })).body).toMatchObject({ form: null });
  });
});

describe('the way there', () => {
  test('is on the page of the meeting for those on its list, while the review is open', async () => {
    const { meeting, karim, theo, viewer, scope, reviewId } = await scene();
    const joined = async (person: typeof karim.person) => {
      const { body } = await knock(meetingPage.loader, { params: { meeting: meeting.slug }, viewer: viewerOf(person) });
      return (body as { review: unknown }).review;
    };
    expect(await joined(theo.person)).toEqual({ deadline: '2022-07-01', answered: false });
    expect(await joined(await makePerson(database.db))).toBeNull();
    await knock(myReview.action, { params: { meeting: meeting.slug }, form: { intent: 'answer' }, viewer: viewerOf(karim.person) });
    expect(await joined(karim.person)).toEqual({ deadline: '2022-07-01', answered: true });
    await closeReview(services, { viewer, scope, reviewId });
    expect(await joined(karim.person)).toBeNull();
  });

  test('leads a participant from the screen where organisers decide, and nobody else', async () => {
    const { meeting, karim, viewer } = await scene();
    const params = { meeting: meeting.slug };
    const mine = { status: 302, to: `/meetings/${meeting.slug}/minutes/my-review` };
    expect(await knock(decide.loader, { params, viewer: viewerOf(karim.person) })).toMatchObject(mine);
    expect((await knock(decide.loader, { params, viewer: viewerOf(await makePerson(database.db)) })).status).toBe(404);
    expect((await knock(decide.loader, { params })).to).toContain('/sign-in');
    expect((await knock(decide.loader, { params, viewer })).status).toBe(200);
  });
});

describe('the organiser’s page', () => {
  const asked = (everybody: string[], form: Form = {}): Form => ({
    ...{ intent: 'check', id: crypto.randomUUID(), deadline: '2022-07-01', message: '', person: everybody, ...form },
  });

  test('tells how many will be written to before anybody is, and opens what was confirmed', async () => {
    const { meeting, viewer, everybody } = await heldMeeting(database, services);
    const params = { meeting: meeting.slug };
    const form = asked(everybody, { message: 'À vous.' });
    const { body } = await knock(organise.action, { viewer, params, form });
    expect(body).toMatchObject({ confirm: { reachable: 2, unreachable: 1, values: { message: 'À vous.' } } });
    const open = { ...form, intent: 'open', expected: '3' };
    expect(await knock(organise.action, { viewer, params, form: open })).toMatchObject({
      status: 409,
      body: { confirm: { changed: true, reachable: 2 } },
    });
    expect((await knock(organise.action, { viewer, params, form: { ...open, expected: '2' } })).to).toContain('?done=opened&count=2');
    const { body: page } = await knock(organise.loader, { viewer, params });
    expect(page).toMatchObject({ page: { opening: null, review: { window: 'open', reviewers: [{}, {}, {}] } } });
  });

  test.each([
    [{ deadline: '2022-02-30' }, 'deadline_needed'],
    [{ deadline: '2022-06-01' }, 'deadline_past'],
    [{ message: 'x'.repeat(5001) }, 'message_too_long'],
    [{ person: [] }, 'nobody'],
    [{ person: ['x', crypto.randomUUID()] }, 'nobody'],
  ])('gives back what was typed with its fault: %o', async (change, fault) => {
    const { meeting, viewer, everybody } = await heldMeeting(database, services);
    const answer = await knock(organise.action, { viewer, params: { meeting: meeting.slug }, form: asked(everybody, change) });
    expect(answer).toMatchObject({ status: 422, body: { opening: { fault } } });
  });

  test('is none for a participant, who gets nothing by knocking at it either', async () => {
    const { meeting, karim, everybody } = await heldMeeting(database, services);
    const visit = { viewer: viewerOf(karim.person), params: { meeting: meeting.slug } };
    expect((await knock(organise.loader, visit)).status).toBe(404);
    expect((await knock(organise.action, { ...visit, form: asked(everybody, { intent: 'open', expected: '2' }) })).status).toBe(404);
  });
});
