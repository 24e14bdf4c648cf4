import type { MinutesContent } from '#app/model/minutes-content.ts';
import { nameKey } from '#app/model/text.ts';
import type { Passage } from './passages.ts';
import type { Remark } from './report.ts';
import { firstMatches } from './words.ts';

const MONTH = 'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre';
/** A date that nobody can put into a calendar. */
const VAGUE = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:début|mi|fin|courant)[ \u00A0-](?:du mois de |de )?(?:${MONTH})|d[’'\u2019]ici (?:à |au |la |l[’'])?(?:fin |mi-|début |l[’'])?(?:été|hiver|automne|printemps|rentrée|${MONTH}|20\d\d)|(?:la semaine|le mois|l[’']année) prochaine?|(?:au|à l[’']|cet|ce|l[’'])[ \u00A0]?(?:printemps|été|automne|hiver)|à la rentrée|prochainement|dès que possible|sous peu|courant (?:${MONTH}))(?![\p{L}])(?:[ \u00A0]20\d\d)?`,
  'giu',
);
/** A month is a date that minutes can hold; of an action with no day it is the reason. */
const MONTH_ONLY = new RegExp(String.raw`(?<![\p{L}])(?:en|pour) (?:${MONTH})(?![\p{L}])(?:[ \u00A0]20\d\d)?`, 'giu');
const PART_OF_MONTH = new RegExp(String.raw`(?<![\p{L}])(?:début|mi|fin)[ \u00A0-](?:${MONTH})(?![\p{L}])(?![ \u00A0]\d{2})`, 'giu');
const WHAT_NEXT = /\b(conclusion|prochaine?s?|suites?|a venir|calendrier|echeances?|perspectives?|feuille de route|etapes?)\b/;

/** Actions that nobody does, or that are due on no day; dates in what comes next that are only words. */
export function checkActions(passages: readonly Passage[], content: MinutesContent): Remark[] {
  const records = new Map(content.actions.map((action) => [action.blockId, action]));
  let next = false;
  return passages.flatMap((passage): Remark[] => {
    if (passage.role === 'title' || passage.role === 'heading') {
      next = WHAT_NEXT.test(nameKey(passage.text)) || (next && passage.role === 'heading' && !passage.text.endsWith(':'));
      return [];
    }
    const action = passage.kind === 'action' && passage.blockId !== null ? records.get(passage.blockId) : undefined;
    if (action) {
      const vague = [...findVague(passage), ...firstMatches(passage.text, MONTH_ONLY).map((found) => untyped(passage, found))];
      const all = { passage, start: 0, end: passage.text.length };
      return [
        ...(action.assignee.trim() === '' ? [{ problem: 'action_no_owner' as const, ...all }] : []),
        ...(action.due !== null ? [] : vague.length > 0 ? vague : [{ problem: 'action_no_date' as const, ...all }]),
      ];
    }
    if (passage.due !== null || passage.role === 'speaker') return [];
    if (next || passage.kind === 'proposal' || passage.kind === 'decision') return findVague(passage);
    return firstMatches(passage.text, PART_OF_MONTH).map((found) => untyped(passage, found));
  });
}

function findVague(passage: Passage): Remark[] {
  return firstMatches(passage.text, VAGUE).map((found) => untyped(passage, found));
}

function untyped(passage: Passage, found: RegExpExecArray): Remark {
  return { problem: 'date_untyped', passage, start: found.index, end: found.index + found[0].length };
}
