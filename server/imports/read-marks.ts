import type { Inline } from '#app/model/notes.ts';
import { trimRuns } from './propose/runs.ts';

const MARK =
  /\*\*\*|\*\*|(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])|<\/?[iu]>|\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)|\^\{([^{}]{1,12})\}/gu;

/** Text with the light marks that converters leave in it (`**bold**`, `*italic*`, `<u>`, `[words](address)`, `^{e}`) as runs. */
export function readMarks(text: string): Inline[] {
  const runs: Inline[] = [];
  const on = { bold: false, italic: false, underline: false };
  const add = (words: string, href?: string) => {
    if (words === '') return;
    const run: Inline = { text: words };
    if (on.bold) run.bold = true;
    if (on.italic) run.italic = true;
    if (on.underline) run.underline = true;
    if (href) run.href = href;
    runs.push(run);
  };
  let at = 0;
  for (const found of text.matchAll(MARK)) {
    const mark = found[0];
    // a lone star closes nothing and is a star
    if (mark === '*' && !on.italic && !/\S\*/.test(text.slice(found.index + 1))) continue;
    if (mark === '**' && !on.bold && !text.includes('**', found.index + 2)) continue;
    add(text.slice(at, found.index));
    at = found.index + mark.length;
    if (mark === '***') [on.bold, on.italic] = [!on.bold, !on.italic];
    else if (mark === '**') on.bold = !on.bold;
    else if (mark === '*') on.italic = !on.italic;
    else if (mark.endsWith('u>')) on.underline = mark === '<u>';
    else if (mark.endsWith('i>')) on.italic = mark === '<i>';
    else if (found[1]) add(found[1], webAddress(found[2] ?? ''));
    else add(found[3] ?? '');
  }
  add(text.slice(at));
  return trimRuns(runs);
}

/** http(s) and mailto only: whatever else a file names is nothing to open. */
export function webAddress(href: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)[^\s"<>]+$/i.test(href) && URL.canParse(href) ? href : undefined;
}
