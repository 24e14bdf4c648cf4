import type { Edition, Entry, Intervention } from '#app/model/minutes-content.ts';
import type { Inline, NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { Statement, Turn } from './compose-statements.ts';
import type { People } from './edition-people.ts';

/**
 * What an edition says of one point: interventions, and the blocks that nobody in particular said. The public edition leaves
 * internal statements out; where the attribution changes in the middle of a turn, what follows stands by itself.
 */
export function groupEntries(statements: readonly Statement[], people: People, edition: Edition): Entry[] {
  const told = (statement: Statement | undefined) => statement !== undefined && (edition === 'internal' || statement.level !== 'internal');
  const entries: Entry[] = [];
  let open = null as { turn: Turn; intervention: Intervention } | null;
  let last = null as Turn | null;
  for (const [index, statement] of statements.entries()) {
    if (!told(statement)) continue;
    const { turn, block, anchor, level } = statement;
    if (!turn) {
      open = null;
      if (block) entries.push({ type: 'block', anchor, attribution: level, block: blockIn(edition, block, statement, people) });
      continue;
    }
    if (!block && !(told(statements[index + 1]) && people.label(turn.speaker, level, edition))) continue;
    if (open?.turn !== turn || open.intervention.attribution !== level) {
      const speaker = people.attributed(turn.speaker, level, edition);
      // the address of the turn is that of the first that is told of it
      const at = last === turn ? `s-${anchor}` : turn.anchor;
      open = { turn, intervention: { type: 'intervention', anchor: at, speaker, attribution: level, blocks: [] } };
      last = turn;
      entries.push(open.intervention);
    }
    if (block) open.intervention.blocks.push(blockIn(edition, block, statement, people));
  }
  return entries;
}

/**
 * A block as an edition holds it: who acts as attributed, whose id only beside the name, and nothing of what it was before (a
 * turn that became text still carries its speaker). Where everything is told by name, both editions hold the same.
 */
function blockIn(edition: Edition, block: NoteBlock, { level }: Pick<Statement, 'level'>, people: People): NoteBlock {
  const named = edition === 'internal' || level === 'name';
  const address = edition === 'internal' ? (run: Inline) => run : withoutAddress;
  return eachParagraph(block, address, ({ id, kind, inline, ...paragraph }) => {
    const acts = kind === 'action';
    return {
      ...{ type: 'paragraph', id, kind, inline: inline.map(address), speakerId: null },
      assigneeId: acts && named ? paragraph.assigneeId : null,
      assignee: acts ? people.assignee(paragraph, level, edition) : '',
      due: acts ? paragraph.due : null,
    };
  });
}

/** E-mail addresses and phone numbers stay what they were typed as, and never become what a robot harvests behind other words. */
export function withoutAddress({ href, ...run }: Inline): Inline {
  return href && !/^(mailto|tel):/i.test(href) ? { ...run, href } : run;
}

function eachParagraph(block: NoteBlock, run: (run: Inline) => Inline, change: (paragraph: NoteParagraph) => NoteParagraph): NoteBlock {
  const all = (blocks: readonly NoteBlock[]) => blocks.map((inner) => eachParagraph(inner, run, change));
  switch (block.type) {
    case 'paragraph':
      return change(block);
    case 'heading':
      return { ...block, inline: block.inline.map(run) };
    case 'rule':
      return block;
    case 'list':
      return { ...block, items: block.items.map(all) };
    case 'quote':
      return { ...block, blocks: all(block.blocks) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: all(cell.blocks) }))) };
  }
}
