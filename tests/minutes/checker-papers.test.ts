import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finding, NOTHING_KNOWN } from '#app/model/checker.ts';
import type { ImportDraft } from '#app/model/imports.ts';
import { readPlainText } from '#server/imports/read-plain-text.ts';
import { checkMinutes } from '#server/minutes/checker/check-minutes.ts';
import { passagesOf } from '#server/minutes/checker/passages.ts';
import { replaceWords } from '#server/minutes/checker/replace-words.ts';
import { contentOf, knownOf, minutesOf } from './checker-content.ts';
import { PAPERS } from './checker-papers.ts';

const FOLDER = path.join(import.meta.dirname, 'papers');
const drafts = new Map(Object.keys(PAPERS).map((name) => [name, readPlainText(readFileSync(path.join(FOLDER, name), 'utf8'))]));

function draftOf(name: string): ImportDraft {
  const draft = drafts.get(name);
  if (!draft) throw new Error(`There is no paper '${name}'.`);
  return draft;
}

/** A paper as its meeting's minutes would say it, in a directory that knows the people of the other four. */
function findingsIn(name: string): Finding[] {
  const draft = draftOf(name);
  const others = [...drafts].filter(([other]) => other !== name).map(([, other]) => other);
  return checkMinutes(contentOf(draft), knownOf(draft, others));
}

describe('on the five papers', () => {
  test.each(Object.entries(PAPERS))('%s: what is found is exactly this', (name, { found, falseAlarms }) => {
    expect(
      findingsIn(name)
        .map(({ problem, found }) => `${problem} · ${found}`)
        .sort(),
    ).toEqual([...Object.values(found).flat(), ...falseAlarms].sort());
  });

  test.each(Object.keys(PAPERS))('%s: what is proposed can be put in, and ends what was wrong', (name) => {
    const findings = findingsIn(name);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
    const passages = new Map(passagesOf(contentOf(draftOf(name))).map((passage) => [passage.blockId, passage.text]));
    for (const { blockId, correction, problem, found } of findings) {
      if (!correction) continue;
      const mended = replaceWords([{ text: passages.get(blockId) ?? '' }], correction);
      if (!mended) throw new Error(`« ${correction.from} » does not stand there.`);
      const after = checkMinutes(minutesOf({ inline: mended }), NOTHING_KNOWN);
      expect(after.filter((one) => one.problem === problem && one.found === found)).toEqual([]);
    }
  });

  test('44 of 62 true errors are found, with one false alarm', () => {
    const papers = Object.values(PAPERS);
    // what differs between two papers is one error
    const found = new Set(papers.flatMap((paper) => Object.keys(paper.found))).size;
    const missed = papers.flatMap((paper) => paper.missed).length;
    expect([found, found + missed, papers.flatMap((paper) => paper.falseAlarms).length]).toEqual([44, 62, 1]);
  });
});
