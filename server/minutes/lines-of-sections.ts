import type { Entry, MinutesContent, MinutesSection } from '#app/model/minutes-content.ts';
import { type Line, linesOf } from '#server/notes/history/compare-blocks.ts';

/** What is compared of a section: who speaks, and each block, an action with its owner and date as the version tells them. */
export function linesOfSection({ entries }: MinutesSection, { actions }: MinutesContent): Line[] {
  const told = new Map(actions.map((action) => [action.blockId, action]));
  return entries.flatMap((entry) => linesOfEntry(entry)).map((line) => toldAs(line, told));
}

function linesOfEntry(entry: Entry): Line[] {
  if (entry.type === 'block') return linesOf([entry.block], null);
  const { name, function: role, organisation } = entry.speaker;
  const text = [name, role, organisation].filter(Boolean).join(', ');
  const look = { type: 'paragraph', kind: 'turn', within: null } as const;
  const speaker: Line[] = text ? [{ key: `turn ${entry.anchor}`, look, inline: [{ text }], paragraph: null }] : [];
  return [...speaker, ...linesOf(entry.blocks, null)];
}

function toldAs(line: Line, told: ReadonlyMap<string, MinutesContent['actions'][number]>): Line {
  if (!line.paragraph) return line;
  const action = told.get(line.paragraph.id);
  const { assignee, due } = action ?? { assignee: '', due: null };
  // who was picked from the list is told by name, above and here
  return { ...line, paragraph: { ...line.paragraph, speakerId: null, assigneeId: null, assignee, due } };
}
