import { expect, test } from 'vitest';
import { readTextParts } from '#server/imports/text-parts.ts';

const wordsOf = (text: string) => readTextParts(text).map(({ shape, inline }) => `${shape}: ${inline.map((run) => run.text).join('')}`);

test('five hundred items as long as the page is wide stay five hundred items', () => {
  const lines = Array.from(
    { length: 500 },
    (_, at) => `- Point ${String(at).padStart(3, '0')} de la liste, et encore quelques mots jusqu’à la fin de la page`,
  );
  const parts = readTextParts(lines.join('\n'));
  expect(parts).toHaveLength(500);
  expect(new Set(parts.map(({ shape }) => shape))).toEqual(new Set(['item']));
});

test('a dash that the width of the page brought to the start of a line goes on with the sentence', () => {
  const line = 'Les villes de la région qui mènent déjà un partenariat avec Haïti se sont réunies';
  const text = [line, '– et celles qui veulent en ouvrir un –', line, line, line].join('\n');
  expect(wordsOf(text)[0]).toContain('se sont réunies – et celles qui veulent en ouvrir un –');
});
