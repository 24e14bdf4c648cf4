import { describe, expect, test } from 'vitest';
import { longDate } from '#app/date-polls/date-words.ts';
import { parseDraft } from '#app/date-polls/poll-draft.server.ts';
import { emptyPoll } from '#app/date-polls/poll-form-values.ts';
import { answersWords, stateWords } from '#app/date-polls/poll-words.ts';
import { m } from '#app/messages/compiled/messages.js';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('what pages of polls of dates say', () => {
  test('answers are counted in people', () => {
    expect(answersWords({ answered: 12, voters: 21 })).toBe('12 réponses sur 21 personnes');
    expect(answersWords({ answered: 1, voters: 1 })).toBe('1 réponse sur 1 personne');
  });

  test('a meeting that was cancelled is said to be', () => {
    const settled = { state: 'settled' as const, deadline: '2022-06-30' };
    expect(stateWords({ ...settled, meetingStatus: 'scheduled' })).toBe('Date retenue');
    expect(stateWords({ ...settled, meetingStatus: 'cancelled' })).toBe('Réunion annulée');
  });

  test('dates say their year when they are of two', () => {
    const [old, young] = [
      { day: '2022-12-27', starts: '16:00' },
      { day: '2023-01-03', starts: null },
    ];
    expect(plain(longDate(old, [old]))).toBe('mardi 27 décembre, 16 h');
    expect(plain(longDate(old, [old, young]))).toBe('mardi 27 décembre 2022, 16 h');
    expect(plain(longDate(young, [old, young]))).toBe('mardi 3 janvier 2023');
  });

  test('a new poll is told all that it lacks at once: title, past and double dates, deadline, nobody', () => {
    const now = Temporal.Instant.from('2022-06-01T08:00:00Z');
    const dates = [
      { day: '2022-05-03', starts: '16:00' },
      { day: '2022-09-13', starts: '16:00' },
      { day: '2022-09-13', starts: '16:00' },
    ];
    const values = { ...emptyPoll(crypto.randomUUID(), 'Europe/Paris', []), dates, deadline: '2022-09-20' };
    const parsed = parseDraft(values, now);
    expect('faults' in parsed && parsed.faults).toEqual({
      title: m.date_polls_fault_no_title(),
      'date-0': m.date_polls_fault_past(),
      'date-2': m.date_polls_fault_twice(),
      deadline: m.date_polls_fault_deadline_after_first(),
      personIds: m.date_polls_fault_nobody(),
    });
  });
});
