import { describe, expect, test } from 'vitest';
import { addressOf, readFilter } from '#app/follow-ups/follow-up-address.ts';
import { parseFollowUpForm } from '#app/follow-ups/follow-up-form-values.ts';
import { readOwnAnswer } from '#app/follow-ups/own-answer.ts';
import { inOrder } from '#app/follow-ups/todo-rows.ts';
import { greeting } from '#app/follow-ups/todo-words.ts';

const TODAY = '2022-06-14';

describe('« Bonjour Inès, six choses à faire »', () => {
  const things = (count: number, late: number) => Array.from({ length: count }, (_, at) => ({ late: at < late }));

  test('counts in words as people do, and says what is late', () => {
    expect(greeting('Inès', things(0, 0))).toBe('Bonjour Inès, rien à faire pour le moment');
    expect(greeting('Inès', things(1, 0))).toBe('Bonjour Inès, une chose à faire');
    expect(greeting('Inès', things(1, 1))).toBe('Bonjour Inès, une chose à faire, en retard');
    expect(greeting('Inès', things(6, 1))).toBe('Bonjour Inès, six choses à faire, dont une en retard');
    expect(greeting('Inès', things(16, 3))).toBe('Bonjour Inès, seize choses à faire, dont trois en retard');
    expect(greeting('Inès', things(17, 0))).toBe('Bonjour Inès, 17 choses à faire');
  });

  test('what is late comes first, what waits without a date is for today, an action without one is last', () => {
    const row = { slug: '', title: '', groupName: '', amount: 1, detail: '', edtf: null, askedDue: null, number: null };
    const rows = inOrder(
      [
        { ...row, kind: 'action', id: 'some day', day: null },
        { ...row, kind: 'action', id: 'soon', day: '2022-06-15' },
        { ...row, kind: 'unsettled', id: 'waits', day: null },
        { ...row, kind: 'unanswered', id: 'to chase', day: '2022-06-12' },
        { ...row, kind: 'action', id: 'late', day: '2022-06-10' },
      ],
      TODAY,
    );
    expect(rows.map(({ id, day, late }) => [id, day, late])).toEqual([
      ['late', '2022-06-10', true],
      ['waits', TODAY, false],
      ['to chase', TODAY, false],
      ['soon', '2022-06-15', false],
      ['some day', null, false],
    ]);
  });
});

describe('what forms bring', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  test('an answer to one’s own action, cleaned; a date that is past, impossible or absurd is refused with what was typed', () => {
    expect(readOwnAnswer(form({ say: 'yes' }), TODAY)).toEqual({ answer: { say: 'yes' } });
    expect(readOwnAnswer(form({ say: 'done', outcome: ' Fait\u202E ' }), TODAY)).toEqual({ answer: { say: 'done', outcome: 'Fait' } });
    expect(readOwnAnswer(form({ say: 'other_date', due: TODAY, word: '' }), TODAY)).toMatchObject({ answer: { due: TODAY } });
    for (const due of ['2022-06-13', '2022-02-30', '9999-01-01', 'demain', ''])
      expect(readOwnAnswer(form({ say: 'other_date', due, word: 'Congés' }), TODAY)).toMatchObject({
        refused: { field: 'due', text: 'Congés' },
      });
    expect(readOwnAnswer(form({ say: 'not_me', word: 'x'.repeat(501) }), TODAY)).toMatchObject({ refused: { field: 'word' } });
    expect(readOwnAnswer(form({ say: 'erase' }), TODAY)).toBeNull();
  });

  test('what an organiser settles; forged owners, missing names and impossible days are refused', () => {
    const typed = { owner: '', ownerName: '', contact: '', dueOn: '', state: 'open', outcome: '' };
    const id = crypto.randomUUID();
    expect(parseFollowUpForm({ ...typed, owner: `o:${id}`, contact: 'x', dueOn: TODAY, state: 'dropped' })).toEqual({
      edit: { owner: { kind: 'organisation', id, contactId: null }, dueOn: TODAY, state: 'dropped', outcome: '' },
    });
    expect(parseFollowUpForm({ ...typed, state: 'withdrawn' })).toMatchObject({ edit: { state: 'open', owner: { kind: 'nobody' } } });
    for (const owner of ['p:1', 'x', `q:${id}`]) expect(parseFollowUpForm({ ...typed, owner })).toHaveProperty('faults.owner');
    expect(parseFollowUpForm({ ...typed, owner: 'text' })).toHaveProperty('faults.ownerName');
    expect(parseFollowUpForm({ ...typed, dueOn: '2022-02-30' })).toHaveProperty('faults.dueOn');
    expect(parseFollowUpForm({ ...typed, outcome: 'x'.repeat(2001) })).toHaveProperty('faults.outcome');
  });

  test('addresses of lists go and come back; nonsense asks for nothing', () => {
    const owner = crypto.randomUUID();
    const shown = { show: 'overdue', owner, page: 3 } as const;
    expect(readFilter(new URL(addressOf('dalc', shown), 'https://x.example').searchParams)).toEqual(shown);
    expect(readFilter(new URLSearchParams('show=all&owner=me&page=-1'))).toEqual({ show: 'open', owner: null, page: 1 });
    expect(addressOf('dalc', { show: 'open', owner: null, page: 1 })).toBe('/groups/dalc/follow-ups');
  });
});
