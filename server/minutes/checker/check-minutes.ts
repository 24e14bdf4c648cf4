import { type Finding, type KnownNames, PROBLEMS, RULES, SEVERITIES } from '#app/model/checker.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { Mention } from './mentions.ts';
import { passagesOf } from './passages.ts';
import { gatherPeople, type People } from './people.ts';
import { findingOf, type Remark } from './report.ts';
import { checkActions } from './rule-actions.ts';
import { checkDates } from './rule-dates.ts';
import { checkAttendance, checkFunctions, checkWordsOfFunctions } from './rule-functions.ts';
import { checkGlyphs } from './rule-glyphs.ts';
import { checkHours } from './rule-hours.ts';
import { checkLeftovers } from './rule-leftovers.ts';
import { checkNames } from './rule-names.ts';
import { checkOrder } from './rule-order.ts';
import { checkOrganisations } from './rule-organisations.ts';
import { checkReferences } from './rule-references.ts';
import { checkRepetitions } from './rule-repetitions.ts';
import { checkSentences } from './rule-sentences.ts';

/**
 * What is wrong, or may be, in minutes, the gravest of each rule first and then in the order of the page. Pure; its time is
 * linear in the text, whatever the text is. `known` is what names are compared with: what it lacks is not checked.
 */
export function checkMinutes(content: MinutesContent, known: KnownNames): Finding[] {
  const passages = passagesOf(content);
  const people = gatherPeople(passages, content, known);
  const names = checkNames(passages, people, known);
  const remarks = [
    ...names,
    ...checkFunctions(people),
    ...checkWordsOfFunctions(passages, people),
    ...checkAttendance(people, mentionsOf(names, people)),
    ...checkOrganisations(passages, people, known.organisations),
    ...checkDates(passages, content),
    ...checkOrder(passages),
    ...checkHours(passages, content),
    ...checkSentences(passages, people),
    ...checkReferences(passages, content, known.meetingDays),
    ...checkActions(passages, content),
    ...checkLeftovers(passages),
    ...checkRepetitions(passages, people),
    ...checkGlyphs(passages, known.drawable),
  ];
  const firm = withoutEchoes(firstOfEach(remarks));
  const order = (finding: Finding) => RULES.indexOf(finding.rule) * SEVERITIES.length + SEVERITIES.indexOf(finding.severity);
  return firm
    .sort((a, b) => a.passage.index - b.passage.index || a.start - b.start)
    .map(findingOf)
    .sort((a, b) => order(a) - order(b));
}

/** Names that were found misspelt: they are not strangers besides. */
function mentionsOf(names: readonly Remark[], people: People): ReadonlySet<Mention> {
  const places = new Set(names.map(({ passage, start }) => `${passage.index} ${start}`));
  return new Set(people.mentions.filter(({ passage, start }) => places.has(`${passage.index} ${start}`)));
}

/** Most findings of one sort in one passage: whoever mends those sees the next ones, and no text makes the list endless. */
const MOST = 20;

function firstOfEach(remarks: readonly Remark[]): Remark[] {
  const counts = new Map<string, number>();
  return remarks.filter(({ passage, problem }) => {
    const key = `${passage.index} ${problem}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= MOST;
  });
}

/** The same words are told once: of the rules that speak of them, the one that knows most about names. */
function withoutEchoes(remarks: readonly Remark[]): Remark[] {
  const names = new Map<number, Remark[]>();
  for (const remark of remarks) {
    if (PROBLEMS[remark.problem].rule !== 'names') continue;
    names.set(remark.passage.index, [...(names.get(remark.passage.index) ?? []), remark]);
  }
  return remarks.filter((remark) => {
    if (!['punctuation', 'organisation_spelling'].includes(remark.problem)) return true;
    return !names.get(remark.passage.index)?.some(({ start, end }) => start < remark.end && remark.start < end);
  });
}
