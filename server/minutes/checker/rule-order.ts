import type { Passage } from './passages.ts';
import type { Remark } from './report.ts';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const MONTH = `(${MONTHS.join('|')})(?!\\p{L})`;
const FIRST = new RegExp(`^[\\s«“*]{0,3}(?:(?:début|mi|fin)[ -])?${MONTH}`, 'iu');
const DATED = new RegExp(`^.{0,24}?(?<!\\d)\\d{1,2}(?:er)? ${MONTH}`, 'iu');

/** Lists that go month by month, with one month that does not stand in its place. */
export function checkOrder(passages: readonly Passage[]): Remark[] {
  const remarks: Remark[] = [];
  let list: { passage: Passage; month: number }[] = [];
  for (const passage of passages) {
    const found = passage.role === 'item' ? (FIRST.exec(passage.text) ?? DATED.exec(passage.text)) : null;
    if (found) list.push({ passage, month: MONTHS.indexOf(found[1]?.toLowerCase() ?? '') });
    else {
      remarks.push(...outOfOrder(list));
      list = [];
    }
  }
  return [...remarks, ...outOfOrder(list)];
}

function outOfOrder(list: readonly { passage: Passage; month: number }[]): Remark[] {
  const descents = list.filter(({ month }, index) => index > 0 && month < (list[index - 1]?.month ?? 0));
  const [wrong] = descents;
  // a list that begins anew in January is one of two years
  if (list.length < 4 || descents.length !== 1 || !wrong || wrong.month === 0) return [];
  return [{ problem: 'month_order', passage: wrong.passage, start: 0, end: Math.min(wrong.passage.text.length, 40) }];
}
