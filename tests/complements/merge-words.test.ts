import { describe, expect, test } from 'vitest';
import { splitName } from '#server/complements/identities.ts';
import { mergeWords } from '#server/complements/merge-words.ts';
import { reword } from '#server/complements/reword.ts';
import { randomFrom } from '#tests/support/random.ts';

describe('three texts become one', () => {
  test.each([
    ['changes apart', 'a b c d', 'A b c d', 'a b c D', 'A b c D', true],
    ['the same change twice', 'a b c', 'a B c', 'a B c', 'a B c', true],
    ['nothing proposed', 'a b', 'a B', 'a b', 'a B', true],
    ['nothing changed', 'a b', 'a b', 'a B', 'a B', true],
    ['a word added beside one that changed', 'a b c', 'a b c d', 'a b C', 'a b C d', true],
    ['one word, two ways', 'a b c', 'a X c', 'a Y c', 'a Y c', false],
    ['two additions at one place', 'a', 'a b', 'a c', 'a c', false],
    ['what was removed is changed', 'un deux trois quatre', 'un quatre', 'un deux TROIS quatre', 'un deux TROIS quatre', false],
    ['a change that spans several', 'a b c d e f', 'a X c Y e f', 'a b Z d e F', 'a X Z Y e F', true],
    ['all new', '', 'b', 'c', 'c', false],
  ])('%s', (_, base, now, proposed, text, clean) => {
    expect(mergeWords(base, now, proposed)).toEqual({ text, clean });
  });

  test('with one side unchanged the other comes through whole, whatever it is', () => {
    const random = randomFrom(3);
    const words = ['le', 'la', 'groupe', 'Nicaragua', ',', '.', ' ', '  ', '\n', '🙂', 'é'];
    const text = () => Array.from({ length: random(12) }, () => words[random(words.length)]).join(random(2) ? ' ' : '');
    for (let round = 0; round < 500; round += 1) {
      const [base, other] = [text(), text()];
      expect(mergeWords(base, base, other)).toEqual({ text: other, clean: true });
      expect(mergeWords(base, other, base)).toEqual({ text: other, clean: true });
      expect(mergeWords(base, other, other)).toEqual({ text: other, clean: true });
      expect(
        reword([{ text: base, bold: true }], other)
          .map((run) => run.text)
          .join(''),
      ).toBe(other);
    }
  });
});

test('a whole name in two parts', () => {
  const held = { givenName: 'Jean Pierre', familyName: 'Le Goff' };
  expect(splitName(held, 'Jean-Pierre Le Goff')).toEqual({ givenName: 'Jean-Pierre', familyName: 'Le Goff' });
  expect(splitName(held, 'Jean Pierre Legoff')).toEqual({ givenName: 'Jean Pierre', familyName: 'Legoff' });
  expect(splitName({ givenName: 'Awa', familyName: 'Diop' }, 'Eva Diaw')).toEqual({ givenName: 'Eva', familyName: 'Diaw' });
  expect(splitName({ givenName: 'Awa', familyName: 'Diop' }, 'Plume')).toEqual({ givenName: 'Plume', familyName: '' });
});
