import type { Inline, NoteBlock, NoteParagraph } from './notes.ts';

/**
 * Text as one types it in a plain field, with the few marks that people know from mails: an empty line begins a paragraph,
 * lines that begin with « - » are a list, *words* stand out, **words** stand out strongly. Marks that do not close are
 * characters like any other.
 */
export function readMarkedText(text: string): NoteBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(blocksOf);
}

function blocksOf(part: string): NoteBlock[] {
  const blocks: NoteBlock[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push(paragraph(lines.join('\n')));
    lines = [];
  };
  for (const line of part.split('\n')) {
    const item = /^\s*[-–•] +(.+)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item === undefined) lines.push(line);
    else {
      close();
      if (last === blocks.at(-1) && last?.type === 'list') last.items.push([paragraph(item)]);
      else blocks.push({ type: 'list', ordered: false, items: [[paragraph(item)]] });
    }
  }
  close();
  return blocks;
}

function paragraph(text: string): NoteParagraph {
  return { type: 'paragraph', id: '', kind: 'text', inline: marked(text), speakerId: null, assigneeId: null, assignee: '', due: null };
}

// no space next to the marks inside: « 2 * 3 * 4 » is a product
const MARKS = /\*\*(?=\S)([^*]*[^*\s])\*\*|\*(?=[^\s*])([^*]*[^*\s])\*/g;

function marked(text: string): Inline[] {
  const runs: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index) });
    const [whole, strong, emphasis] = match;
    runs.push(strong === undefined ? { text: emphasis ?? '', italic: true } : { text: strong, bold: true });
    at = match.index + whole.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
