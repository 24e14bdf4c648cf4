import { expect, test } from 'vitest';
import { fold } from '#app/notes/find/find-in-notes.ts';

test('words are compared without case, accents and kinds of apostrophe, and found where they stand', () => {
  const text = 'L’Été 🙂 à Morón, déjà';
  const { folded, at } = fold(text);
  expect(folded).toBe("l'ete 🙂 a moron, deja");
  expect(text.slice(at[folded.indexOf('moron')], (at[folded.indexOf('moron') + 4] ?? 0) + 1)).toBe('Morón');
});

test('a letter that is written as two, or that stands for two, keeps its place', () => {
  const text = 'e\u0301te\u0301 \uFB01n';
  const { folded, at } = fold(text);
  expect(folded).toBe('ete \uFB01n');
  expect(at).toEqual([0, 2, 3, 5, 6, 7]);
});
