import { expect, test } from 'vitest';
import type { SourcePart } from '#app/model/imports.ts';
import { proposeDraft } from '#server/imports/propose/propose-draft.ts';

/** Time of the processor, which other programs do not stretch, in milliseconds. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const plain = { level: 0, ordered: false, kind: null, line: 1 };
const paragraph = (text: string): SourcePart => ({ ...plain, shape: 'paragraph', inline: [{ text }], cells: [] });
const row = (text: string): SourcePart => ({ ...plain, shape: 'row', inline: [], cells: [[{ text }], [{ text }]] });

test.each([
  ['capitals with hyphens', 'A-'],
  ['small words with hyphens', 'Anne-la-'],
  ['names', 'Anne Marie '],
  ['names with civility', 'M. Jean Petit '],
  ['one bracket in another', 'M. Jean (aa(bb)'],
  ['brackets that open', '('],
  ['brackets that close', 'M. Jean (aa)'],
  ['particles', 'Anne de la '],
  ['apostrophes', 'Anne d’A'],
  ['commas', 'M. Jean Petit, maire'],
  ['dashes', 'Anne Roux – '],
  ['marks', 'a ! '],
  ['digits', '1'],
  ['days', '1 mars '],
  ['hours', '16h30-'],
  ['spaces', ' '],
  ['tabs', 'a\t'],
  ['addresses', 'a@a.'],
  ['capitals', 'A'],
  ['one long word', 'a'],
  ['deadlines', 'avant le '],
])('a paper of %s keeps nobody waiting', (_what, repeated) => {
  const heads = ['', 'M. ', 'M. Jean ', 'Participants : ', 'Animation : ', 'Action : ', 'Lieu : '];
  const lines = [90, 400, 5000].flatMap((length) =>
    heads.map((head) => head + repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length)),
  );
  const source = [...lines.map(paragraph), paragraph('Participants :'), ...lines.map(row), ...lines.map((line) => paragraph(`${line} :`))];
  expect(spent(() => expect(proposeDraft(source).source).toHaveLength(source.length))).toBeLessThan(4000);
});
