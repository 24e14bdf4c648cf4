import { describe, expect, test } from 'vitest';
import { MAX_OPEN_COMPLEMENTS } from '#app/model/complements.ts';
import { deleteAttendance } from '#db/attendance/write.ts';
import { listComplements, listOwnComplements } from '#db/complements/read.ts';
import { inTransaction } from '#db/transaction.ts';
import { changeState } from '#server/minutes/change-state.ts';
import { editBlocks } from '#server/notes/edit-blocks.ts';
import { enterReviewByToken } from '#server/reviews/access.ts';
import { answerReview, noteOpening } from '#server/reviews/answer-review.ts';
import { closeReview } from '#server/reviews/close-review.ts';
import { proposeComplement } from '#server/reviews/propose-complement.ts';
import { readReviewPage } from '#server/reviews/read-review-page.ts';
import { reviseComplement, withdrawComplement } from '#server/reviews/revise-complement.ts';
import { openShown, sealShown } from '#server/reviews/shown-paragraph.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { openedReview, paragraph, propose, readerOf, replace, shownTo, tokenIn } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const sent = (text: string, comment = '') => ({ text, comment, name: '', function: '', organisation: '' });
const NOT_OPEN = (window: string) => ({ ok: false, reason: 'not_open', window });

describe('proposing', () => {
  test('a correction keeps the words that its author saw beside those that they want, in their name as of that day', async () => {
    const { reader, scope, meeting } = await openedReview(database, services);
    const { id, answer } = await propose(services, reader, replace('Nous coopérons avec Morón depuis 2013.'), { block: 'p1' });
    expect(answer).toEqual({ ok: true });
    expect(await listComplements(database.db, scope, { limit: 10 })).toMatchObject([
      {
        ...{ id, kind: 'replace', blockId: 'p1', baseText: 'Nous coopérons avec Morón depuis 2012.', state: 'open' },
        proposed: { kind: 'text', inline: [{ text: 'Nous coopérons avec Morón depuis 2013.' }] },
        ...{ authorName: 'Karim Belhadj', authorOrganisation: 'Ville de Nanterre' },
      },
    ]);
    expect(services.told).toContainEqual({ meetingId: meeting.id, topic: 'minutes' });
  });

  test('an addition, a deletion, a remark on all of it and another name each keep what they are', async () => {
    const { reader, scope, agendaItemId } = await openedReview(database, services);
    await propose(services, reader, { kind: 'insert', text: 'Et avec Rosario.', comment: '' }, { block: 'r1' });
    await propose(services, reader, { kind: 'insert', text: 'À suivre.', comment: '' }, { at: 'end', agendaItemId });
    await propose(services, reader, { kind: 'delete', comment: 'Pas dit.' }, { block: 'd1' });
    await propose(services, reader, { kind: 'comment', comment: 'Bien.' }, { at: 'minutes' });
    const identity = { name: 'Karim Belhadj', function: 'directeur', organisation: 'Ville de Nanterre' };
    await propose(services, reader, { kind: 'identity', identity, comment: '' }, { at: 'minutes' });
    const rows = await listComplements(database.db, scope, { limit: 10 });
    expect(
      rows.map(({ kind, blockId, agendaItemId: item, proposed }) => [kind, blockId, item === agendaItemId, proposed !== null]),
    ).toEqual([
      ['insert', 'r1', true, true],
      ['insert', null, true, true],
      ['delete', 'd1', true, false],
      ['comment', null, false, false],
      ['identity', null, false, true],
    ]);
    expect(rows.at(-1)).toMatchObject({ baseText: 'Karim Belhadj, chargée de mission, Ville de Nanterre', proposed: identity });
  });

  test('one form sent twice, also at once, is one proposal; an id of somebody else’s makes none', async () => {
    const { reader, rosalie, scope } = await openedReview(database, services);
    const shown = await shownTo(services, reader, 'p1');
    const id = crypto.randomUUID();
    const one = { id, proposal: replace('Oui.'), place: { at: 'paragraph', shown } } as const;
    expect(await Promise.all([proposeComplement(services, reader.scope, one), proposeComplement(services, reader.scope, one)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    const other = await readerOf(services, tokenIn((await services.mailbox.next(rosalie.person.email)).links));
    expect(await proposeComplement(services, other.scope, one)).toEqual({ ok: false, reason: 'misplaced' });
    expect(await listComplements(database.db, scope, { limit: 10 })).toHaveLength(1);
  });

  test('about a paragraph of another meeting, that never was, or whose words were forged is refused', async () => {
    const { reader, agendaItemId } = await openedReview(database, services);
    const other = await openedReview(database, services);
    const foreign = await shownTo(services, other.reader, 'p1');
    const proposal = replace('Non.');
    expect(
      await proposeComplement(services, reader.scope, { id: crypto.randomUUID(), proposal, place: { at: 'paragraph', shown: foreign } }),
    ).toEqual({
      ...{ ok: false, reason: 'misplaced' },
    });
    const end = { at: 'end', agendaItemId: other.agendaItemId } as const;
    expect((await propose(services, reader, { kind: 'insert', text: 'Non.', comment: '' }, end)).answer).toEqual({
      ok: false,
      reason: 'misplaced',
    });
    const seal = sealShown(services, { ...foreign, meetingId: reader.scope.meetingId, agendaItemId });
    const forged = { ...foreign, agendaItemId, seal, text: 'Jamais dit.', meetingId: reader.scope.meetingId };
    expect(openShown(services, forged)).toBeNull();
    for (const broken of ['', 'x', '%', seal.slice(1)]) expect(openShown(services, { ...forged, seal: broken })).toBeNull();
  });

  test('about a paragraph that changed or went meanwhile is kept, and its author sees so', async () => {
    const { reader, meeting, organiser } = await openedReview(database, services);
    const [changed, gone] = [await shownTo(services, reader, 'p1'), await shownTo(services, reader, 'r1')];
    await inTransaction(database.db, (trx) =>
      editBlocks(trx, services, {
        ...{ meetingId: meeting.id, authorPersonId: organiser.id },
        edits: [
          { do: 'replace', blockId: 'p1', inline: [{ text: 'Nous coopérons avec Morón.' }] },
          { do: 'delete', blockId: 'r1' },
        ],
      }),
    );
    for (const shown of [changed, gone]) {
      services.clock.advance({ seconds: 1 });
      const place = { at: 'paragraph', shown } as const;
      expect(await proposeComplement(services, reader.scope, { id: crypto.randomUUID(), proposal: replace('Tout autre.'), place })).toEqual(
        { ok: true },
      );
    }
    const read = await readReviewPage(services, reader);
    expect(read?.page.proposals.map(({ passage, baseText }) => [passage, baseText])).toEqual([
      ['changed', 'Nous coopérons avec Morón depuis 2012.'],
      ['gone', 'Garder le groupe.'],
    ]);
  });

  test('more than 200 at a time is refused, and possible again once one is withdrawn', async () => {
    const { reader } = await openedReview(database, services);
    const { minutesId, reviewId, attendanceId } = reader.scope;
    const rows = Array.from({ length: MAX_OPEN_COMPLEMENTS }, () => ({
      ...{ id: crypto.randomUUID(), minutesId, reviewId, attendanceId, kind: 'comment' as const, comment: 'x', authorName: 'Karim' },
      createdAt: services.clock.now().toString(),
    }));
    await database.db.insertInto('complements').values(rows).execute();
    const comment = { kind: 'comment', comment: 'Un de plus.' } as const;
    expect((await propose(services, reader, comment, { at: 'minutes' })).answer).toEqual({ ok: false, reason: 'too_many' });
    expect(await withdrawComplement(services, reader.scope, { id: rows[0]?.id ?? '', revision: 1 })).toEqual({ ok: true });
    expect((await propose(services, reader, comment, { at: 'minutes' })).answer).toEqual({ ok: true });
  });
});

describe('what one proposed', () => {
  test('can be changed and withdrawn, by its author alone; a stale form overwrites nothing', async () => {
    const { reader, rosalie } = await openedReview(database, services);
    const { id } = await propose(services, reader, replace('Un.'), { block: 'p1' });
    expect(await reviseComplement(services, reader.scope, { id, revision: 1, sent: sent('Deux.') })).toEqual({ ok: true });
    // the same form twice
    expect(await reviseComplement(services, reader.scope, { id, revision: 1, sent: sent('Deux.') })).toEqual({ ok: true });
    expect(await reviseComplement(services, reader.scope, { id, revision: 1, sent: sent('Trois.') })).toEqual({
      ok: false,
      reason: 'conflict',
    });
    expect(await reviseComplement(services, reader.scope, { id, revision: 2, sent: sent('') })).toEqual({
      ...{ ok: false, reason: 'fault', fault: 'text_needed' },
    });
    expect(
      await reviseComplement(services, reader.scope, { id, revision: 2, sent: sent('Nous coopérons avec Morón depuis 2012.') }),
    ).toEqual({
      ...{ ok: false, reason: 'fault', fault: 'unchanged' },
    });
    const other = await readerOf(services, tokenIn((await services.mailbox.next(rosalie.person.email)).links));
    expect(await reviseComplement(services, other.scope, { id, revision: 2, sent: sent('À moi.') })).toEqual({ ok: false, reason: 'gone' });
    expect(await withdrawComplement(services, other.scope, { id, revision: 2 })).toEqual({ ok: false, reason: 'gone' });
    expect(await listOwnComplements(database.db, reader.scope, { limit: 5 })).toMatchObject([
      { proposed: { inline: [{ text: 'Deux.' }] } },
    ]);
    expect(await withdrawComplement(services, reader.scope, { id, revision: 2 })).toEqual({ ok: true });
    expect(await withdrawComplement(services, reader.scope, { id, revision: 2 })).toEqual({ ok: true });
    expect(await listOwnComplements(database.db, reader.scope, { limit: 5 })).toEqual([]);
  });

  test('does not change any more once an organiser decided', async () => {
    const { reader } = await openedReview(database, services);
    const { id } = await propose(services, reader, replace('Un.'), { block: 'p1' });
    const decided = { state: 'refused' as const, reason: 'Non.', decidedAt: services.clock.now().toString() };
    await database.db.updateTable('complements').set(decided).where('id', '=', id).execute();
    expect(await reviseComplement(services, reader.scope, { id, revision: 1, sent: sent('Deux.') })).toEqual({
      ok: false,
      reason: 'decided',
    });
    expect(await withdrawComplement(services, reader.scope, { id, revision: 1 })).toEqual({ ok: false, reason: 'decided' });
  });
});

describe('nothing is taken any more', () => {
  test.each([
    ['after the last day', 'over', async () => services.clock.set('2022-07-01T22:01:00Z')],
    ['once it is closed', 'closed', async (held: Held) => void (await closeReview(services, held))],
    [
      'while the minutes are a draft again',
      'reopened',
      async (held: Held) => void (await changeState(services, held.scope, held.viewer, { to: 'draft' })),
    ],
    [
      'once the minutes are approved',
      'settled',
      async (held: Held) => void (await changeState(services, held.scope, held.viewer, { to: 'approved' })),
    ],
    [
      'when the meeting is cancelled',
      'cancelled',
      async (held: Held) =>
        void (await database.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', held.meeting.id).execute()),
    ],
  ])('%s; what is in review can still be read', async (_, window, happen) => {
    const held = await openedReview(database, services);
    const { reader } = held;
    const comment = { kind: 'comment', comment: 'Trop tard ?' } as const;
    await happen(held);
    expect((await propose(services, reader, comment, { at: 'minutes' })).answer).toEqual(NOT_OPEN(window));
    expect(await answerReview(services, reader.scope)).toEqual(NOT_OPEN(window));
    expect(await reviseComplement(services, reader.scope, { id: crypto.randomUUID(), revision: 1, sent: sent('x') })).toEqual(
      NOT_OPEN(window),
    );
    const read = await readReviewPage(services, await readerOf(services, held.token));
    expect(read?.page.review.window).toBe(window);
    expect(read?.page.sections).toHaveLength(window === 'reopened' || window === 'settled' ? 0 : 1);
  });

  test('from somebody taken off the list: their link opens nothing, their open page sends nothing', async () => {
    const { reader, token, meeting, karim } = await openedReview(database, services);
    await inTransaction(database.db, (trx) => deleteAttendance(trx, { meetingId: meeting.id, attendanceId: karim.attendance.id }));
    expect(await enterReviewByToken(services, token)).toEqual({ state: 'dead' });
    const comment = { kind: 'comment', comment: 'Encore moi.' } as const;
    expect((await propose(services, reader, comment, { at: 'minutes' })).answer).toEqual({ ok: false, reason: 'gone' });
    expect(await answerReview(services, reader.scope)).toEqual({ ok: false, reason: 'gone' });
    await noteOpening(services, reader.scope);
  });

  test('by a link that has expired, was withdrawn, was made for something else, or is nonsense', async () => {
    const { token } = await openedReview(database, services);
    services.clock.advance({ months: 10 });
    expect(await enterReviewByToken(services, token)).toEqual({ state: 'expired' });
    services.clock.set('2022-06-24T08:00:00Z');
    await database.db.updateTable('linkTokens').set({ revokedAt: '2022-06-24T08:00:00Z' }).where('purpose', '=', 'review').execute();
    expect(await enterReviewByToken(services, token)).toEqual({ state: 'dead' });
    await database.db.updateTable('linkTokens').set({ revokedAt: null, purpose: 'answer' }).execute();
    for (const wrong of [token, '', 'x', `${token}x`, 'A'.repeat(43)])
      expect(await enterReviewByToken(services, wrong)).toEqual({ state: 'dead' });
  });
});

test('the page shows what the reader said apart from what others said, and what came in since it was opened', async () => {
  const { reader, say } = await openedReview(database, services);
  await say(paragraph('turn', 'Véra Lacombe, Région Occitanie :', 't2'), paragraph('text', 'Pas de coopération officielle.', 'p2'));
  const read = await readReviewPage(services, reader);
  const rows = read?.page.sections.flatMap((section) => section.rows) ?? [];
  const wordsOf = (own: boolean) =>
    rows.filter((row) => row.own === own).map((row) => JSON.stringify(row.blocks).match(/"text":"([^"]+)"/)?.[1]);
  expect(wordsOf(true)).toEqual(['Nous coopérons avec Morón depuis 2012.', 'Garder le groupe.']);
  expect(wordsOf(false)).toEqual(['Le groupe se réunit chaque mois.', 'Pas de coopération officielle.']);
});

type Held = Awaited<ReturnType<typeof openedReview>>;
