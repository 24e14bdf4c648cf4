import { describe, expect, test } from 'vitest';
import { parsePoll } from '#app/model/live-polls.ts';

const faultsOf = (question: string, options: string[]) => {
  const parsed = parsePoll({ question, options });
  return 'faults' in parsed ? parsed.faults : null;
};

describe('a poll is read from its form', () => {
  test('cleaned, without the answers that were left empty', () => {
    expect(parsePoll({ question: '  Quel\u202E format\n? ', options: ['Par  thème', '', ' ', 'Par pays'] })).toEqual({
      question: 'Quel format ?',
      options: ['Par thème', 'Par pays'],
    });
  });

  test.each([
    ['no question', '', ['a', 'b'], { question: 'needed' }],
    ['only spaces', ' \u200F ', ['a', 'b'], { question: 'needed' }],
    ['a question of 301 characters', 'é'.repeat(301), ['a', 'b'], { question: 'too_long' }],
    ['one answer', 'Q', ['a', ''], { options: 'too_few' }],
    ['no answer', 'Q', [], { options: 'too_few' }],
    ['nine answers', 'Q', [...'abcdefghi'], { options: 'too_many' }],
    ['the same answer twice, in other letters', 'Q', ['Oui', 'Non', 'OUI'], { 2: 'twice' }],
    ['an answer of 201 characters', 'Q', ['a', 'b'.repeat(201)], { 1: 'too_long' }],
    ['everything at once', '', ['', 'a', 'A', 'c'.repeat(300)], { question: 'needed', 2: 'twice', 3: 'too_long' }],
  ])('%s is told at its field', (_what, question, options, faults) => {
    expect(faultsOf(question, options)).toEqual(faults);
  });

  test('characters are counted as the database counts them, not in halves', () => {
    expect(faultsOf('🗳'.repeat(300), ['+1', '-1'])).toBeNull();
    expect(faultsOf('🗳'.repeat(301), ['+1', '-1'])).toEqual({ question: 'too_long' });
  });
});
