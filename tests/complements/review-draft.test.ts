import { describe, expect, test } from 'vitest';
import { parseSpot, readDecision } from '#app/complements/decision-form.ts';
import { loadReview } from '#app/complements/load-review.server.ts';
import { nextOpen } from '#app/complements/next-open.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { paragraph, placeInReview, saying } from './place.ts';

const database = useDatabase();
const services = useServices(database);

const textOf = (blocks: readonly NoteBlock[]) => blocks.map((block) => (block.type === 'paragraph' ? plainText(block.inline) : block.type));

async function screenOf(notes: NoteBlock[] | ((turn: string) => NoteBlock[])) {
  const place = await placeInReview(services, []);
  const blocks = typeof notes === 'function' ? notes(place.writerAttendance.id) : notes;
  await appendBlocks(services, place.meeting.id, place.first, blocks, place.organiser.id);
  const load = (query = '') => loadReview(services, place.claire, new URLSearchParams(query));
  return { place, load };
}

describe('the organiser’s screen', () => {
  test('draws a row where a turn begins and around what something is proposed on', async () => {
    const { place, load } = await screenOf((speakerId) => [
      paragraph('p0', 'Avant'),
      paragraph('t', 'Awa Diop :', { kind: 'turn', speakerId }),
      paragraph('p1', 'Un'),
      paragraph('p2', 'Deux'),
      { type: 'list', ordered: false, items: [[paragraph('l1', 'Puce')]] },
      paragraph('p3', 'Trois'),
    ]);
    const onList = await place.propose({ kind: 'replace', blockId: 'l1', baseText: 'Puce', proposed: saying('Grosse puce') });
    const identity = await place.propose({
      kind: 'identity',
      agendaItemId: null,
      proposed: { name: 'Awa Diop', function: 'Maire', organisation: '' },
    });
    const { draft } = await load();
    const rows = draft.sections[0]?.rows ?? [];
    expect(rows.map((row) => [row.speaker?.name ?? '', textOf(row.blocks), row.proposals])).toEqual([
      ['', ['Avant'], []],
      ['Awa Diop', ['Un'], [identity.id]],
      ['', ['Deux'], []],
      ['', ['list'], [onList.id]],
      ['', ['Trois'], []],
    ]);
    expect(draft.inline.l1?.parts?.map(({ text, change }) => [text, change])).toEqual([
      ['Puce', 'removed'],
      ['Grosse puce', 'added'],
    ]);
    expect(draft.order).toEqual([identity.id, onList.id]);
  });

  test('lists what has lost its paragraph at its point with the words it was about, and the rest on top', async () => {
    const { place, load } = await screenOf([paragraph('p1', 'Un')]);
    const gone = await place.propose({ kind: 'replace', blockId: 'gone', baseText: 'Parti', proposed: saying('Revenu') });
    const whole = await place.propose({ kind: 'comment', agendaItemId: null, comment: 'Bravo.' });
    const { draft } = await load();
    expect(draft.sections[0]?.loose).toEqual([gone.id]);
    expect(draft.proposals[gone.id]?.gone).toEqual({ baseText: 'Parti' });
    expect(draft.sections[0]?.spots).toEqual([{ blockId: 'p1', words: 'Un' }]);
    expect(draft.general).toEqual([whole.id]);
    expect(draft.order).toEqual([whole.id, gone.id]);
  });

  test('shows three texts where the words changed since, and what the merge gives', async () => {
    const { place, load } = await screenOf([paragraph('p', 'Deux villes françaises restent engagées ici.')]);
    const clean = await place.propose({
      kind: 'replace',
      blockId: 'p',
      baseText: 'Deux villes restent engagées ici.',
      proposed: saying('Deux villes restent engagées là.'),
    });
    const removal = await place.propose({ kind: 'delete', blockId: 'p', baseText: 'Deux villes restent engagées ici.' });
    const { draft } = await load();
    expect(draft.proposals[clean.id]).toMatchObject({ result: 'Deux villes françaises restent engagées là.', since: { clean: true } });
    expect(draft.proposals[removal.id]?.since).toMatchObject({ was: 'Deux villes restent engagées ici.', clean: false });
  });

  test('goes from one open proposal to the next, round to the first, and opens none that is decided', async () => {
    const { place, load } = await screenOf([paragraph('p1', 'Un'), paragraph('p2', 'Deux')]);
    const [one, two] = [await place.propose({ kind: 'comment', blockId: 'p1' }), await place.propose({ kind: 'comment', blockId: 'p2' })];
    const decided = await place.propose({ kind: 'comment', blockId: 'p1', state: 'accepted', decidedAt: '2026-11-20T10:00:00Z' });
    const { at, draft } = await load();
    expect(at).toBe(one.id);
    expect(nextOpen(draft, one.id)).toBe(two.id);
    expect(nextOpen(draft, two.id)).toBe(one.id);
    expect((await load(`at=${decided.id}`)).at).toBe(two.id);
    expect((await load(`at=${two.id}`)).at).toBe(two.id);
    expect((await load('at=nonsense')).at).toBe(one.id);
  });

  test('takes files that came back while no review is open, and says what changed since it was', async () => {
    const { place, load } = await screenOf([paragraph('p1', 'Un')]);
    await services.db.updateTable('minutes').set({ state: 'draft' }).where('id', '=', place.minutes.id).execute();
    const asked = await place.propose({ kind: 'comment', blockId: 'p1', reviewId: null });
    const screen = await load('view=diff');
    expect(screen.draft.proposals[asked.id]).toMatchObject({ fromFile: true });
    expect(screen.can).toEqual({ decide: true, reopen: true });
    expect(screen.diff).toBeNull();
  });
});

describe('what a form brings', () => {
  const sent = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readDecision(form);
  };
  const id = '0199f3c0-0000-7000-8000-000000000001';

  test('is cleaned, or refused when no form of ours sends it', () => {
    expect(sent({ id, intent: 'refuse', reason: '  Non dit\u202E en séance. ' })).toMatchObject({
      reason: 'Non dit en séance.',
      next: null,
      text: '',
    });
    expect(sent({ id, intent: 'steal' })).toBeNull();
    expect(sent({ id: 'x', intent: 'accept' })).toBeNull();
  });

  test('names a place, or none', () => {
    expect(parseSpot(id)).toEqual({ agendaItemId: id, after: null });
    expect(parseSpot(`${id}/block-1`)).toEqual({ agendaItemId: id, after: 'block-1' });
    for (const nonsense of ['', 'x', `${id}/`, `${id}/a/b`, `${id}/<b>`]) expect(parseSpot(nonsense)).toBeNull();
  });
});
