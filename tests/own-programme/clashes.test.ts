import { expect, test } from 'vitest';
import { clashesOf, clashing, timedOf } from '#app/model/own-programme.ts';

const at = (id: string, from: string, to: string, cancelled = false) => ({
  id,
  hours: { from: `2023-09-18T${from}:00Z`, to: `2023-09-18T${to}:00Z` },
  cancelled,
});

test('says of each session which earlier one runs at the same time', () => {
  const day = [at('a', '08:30', '10:30'), at('b', '12:30', '14:00'), at('c', '12:30', '14:00'), at('d', '13:30', '15:00')];
  expect([...clashesOf(day)]).toEqual([
    ['c', { id: 'b', previous: true }],
    ['d', { id: 'c', previous: true }],
  ]);
  expect([...clashing(day)].toSorted()).toEqual(['b', 'c', 'd']);
});

test('names one further up when it is not the one just before', () => {
  const day = [at('long', '08:00', '12:00'), at('gone', '09:00', '10:00', true), at('late', '11:00', '13:00')];
  expect([...clashesOf(day)]).toEqual([['late', { id: 'long', previous: false }]]);
});

test('what ends when the next begins, is cancelled or has no hour is no clash', () => {
  const none = { id: 'n', hours: null, cancelled: false };
  expect([...clashesOf([at('a', '08:00', '09:00'), at('b', '09:00', '10:00'), none, at('c', '08:00', '10:00', true)])]).toEqual([]);
});

test('compares moments, whatever the zone of each session', () => {
  const paris = timedOf({ id: 'p', edtf: '2023-09-18T14:30/2023-09-18T16:00', timeZone: 'Europe/Paris', status: 'scheduled' });
  const fort = timedOf({ id: 'f', edtf: '2023-09-18T08:30/2023-09-18T09:30', timeZone: 'America/Martinique', status: 'scheduled' });
  const day = timedOf({ id: 'd', edtf: '2023-09-18', timeZone: 'Europe/Paris', status: 'scheduled' });
  expect([...clashesOf([paris, fort, day])]).toEqual([['f', { id: 'p', previous: true }]]);
});
