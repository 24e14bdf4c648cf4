import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { DemoPersonKey } from './network.ts';
import { PEOPLE } from './network.ts';

/** A part of a meeting's script: the title of an agenda item and what was noted under it. */
export interface ScriptSection {
  title: string;
  blocks: NoteBlock[];
  /** Ids of the take-aways that open the minutes. */
  highlights: string[];
}

/** Who a key of the script is at this meeting: the attendance, and the words that the notes show. */
export type Cast = (key: DemoPersonKey) => { attendanceId: string; line: string; name: string };

const blank: Omit<NoteParagraph, 'id' | 'kind' | 'inline'> = {
  type: 'paragraph',
  speakerId: null,
  assigneeId: null,
  assignee: '',
  due: null,
};

/**
 * Reads the script of a meeting, a line a block:
 * `# agenda item`, `## heading`, `@key` a turn, `! take-away`, `!! take-away that opens the minutes`, `= decision`, `? caution`, `[] action // who // ISO date`,
 * `- item`, `1. item`, `| cell | cell`; anything else is text. Ids are made from `prefix`, so that reading twice gives the same blocks.
 */
export function readScript(script: string, prefix: string, cast: Cast): ScriptSection[] {
  const sections: ScriptSection[] = [];
  let count = 0;
  const paragraph = (kind: NoteParagraph['kind'], text: string, more: Partial<NoteParagraph> = {}): NoteParagraph => {
    count++;
    return { ...blank, id: `${prefix}-${count}`, kind, inline: [{ text }], ...more };
  };
  for (const line of script.split('\n')) {
    if (line.startsWith('# ')) {
      sections.push({ title: line.slice(2), blocks: [], highlights: [] });
      continue;
    }
    const section = sections.at(-1);
    const blocks = section?.blocks;
    if (!blocks || line.trim() === '') continue;
    const [, mark = '', rest = ''] = /^(## |@|!! |! |= |\? |\[\] |- |1\. |\| )?(.*)$/.exec(line) ?? [];
    const last = blocks.at(-1);
    switch (mark) {
      case '## ':
        blocks.push({ type: 'heading', level: 3, inline: [{ text: rest }] });
        break;
      case '@': {
        const speaker = cast(keyOf(rest));
        blocks.push(paragraph('turn', speaker.line, { speakerId: speaker.attendanceId }));
        break;
      }
      case '!! ':
      case '! ': {
        const takeAway = paragraph('takeaway', rest);
        blocks.push(takeAway);
        if (mark === '!! ') section.highlights.push(takeAway.id);
        break;
      }
      case '= ':
        blocks.push(paragraph('decision', rest));
        break;
      case '? ':
        blocks.push(paragraph('caution', rest));
        break;
      case '[] ': {
        const [text = '', who = '', due = ''] = rest.split(' // ');
        const known = Object.hasOwn(PEOPLE, who) ? cast(keyOf(who)) : null;
        blocks.push(paragraph('action', text, { assigneeId: known?.attendanceId ?? null, assignee: known?.name ?? who, due: due || null }));
        break;
      }
      case '- ':
      case '1. ': {
        const item = [paragraph('text', rest)];
        const ordered = mark === '1. ';
        if (last?.type === 'list' && last.ordered === ordered) last.items.push(item);
        else blocks.push({ type: 'list', ordered, items: [item] });
        break;
      }
      case '| ': {
        const header = last?.type !== 'table';
        const row = rest.split(' | ').map((text) => ({ header, blocks: [paragraph('text', text)] }));
        if (last?.type === 'table') last.rows.push(row);
        else blocks.push({ type: 'table', rows: [row] });
        break;
      }
      default:
        blocks.push(paragraph('text', rest));
    }
  }
  return sections;
}

function keyOf(text: string): DemoPersonKey {
  if (!Object.hasOwn(PEOPLE, text)) throw new Error(`The script names '${text}', who is not among the people of the demo.`);
  return text as DemoPersonKey;
}
