import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '#server/imports/read-plain-text.ts';
import { checkMinutes } from '#server/minutes/checker/check-minutes.ts';
import { contentOf, knownOf } from './checker-content.ts';
import { PAPERS } from './checker-papers.ts';

const FOLDER = path.join(import.meta.dirname, 'papers');
const drafts = new Map(Object.keys(PAPERS).map((name) => [name, readPlainText(readFileSync(path.join(FOLDER, name), 'utf8'))]));

/** A paper as its meeting's minutes would say it, in a directory that knows the people of the other four. */
function findingsIn(name: string): string[] {
  const draft = drafts.get(name);
  if (!draft) throw new Error(`There is no paper '${name}'.`);
  const others = [...drafts].filter(([other]) => other !== name).map(([, other]) => other);
  return checkMinutes(contentOf(draft), knownOf(draft, others)).map(({ problem, found }) => `${problem} · ${found}`);
}

describe('on the five papers', () => {
  test.each(Object.entries(PAPERS))('%s: what is found is exactly this', (name, { found, falseAlarms }) => {
    expect(findingsIn(name).sort()).toEqual([...Object.values(found).flat(), ...falseAlarms].sort());
  });

  test('44 of 62 true errors are found, with one false alarm', () => {
    const papers = Object.values(PAPERS);
    // what differs between two papers is one error
    const found = new Set(papers.flatMap((paper) => Object.keys(paper.found))).size;
    const missed = papers.flatMap((paper) => paper.missed).length;
    expect([found, found + missed, papers.flatMap((paper) => paper.falseAlarms).length]).toEqual([44, 62, 1]);
  });
});
