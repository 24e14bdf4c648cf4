import { expect, test } from 'vitest';
import { initialsOfAll } from '#app/notes/history/writer-initials.ts';

test('two writers are told apart in black and white', () => {
  const people = ['Inès Robledo', 'Ivan Rouvière', 'Karim Belhadj'].map((name, index) => ({
    number: index + 1,
    personId: `p${index}`,
    name,
  }));
  expect([...initialsOfAll(people).values()]).toEqual(['IRob', 'IRou', 'KB']);
});
