import type { AttributionLevel } from '#app/model/minutes-content.ts';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { Anchors } from './anchors.ts';
import type { Levels } from './edition-levels.ts';
import type { People, Speaker } from './edition-people.ts';

/** Somebody having the floor. */
export interface Turn {
  id: string;
  anchor: string;
  speaker: Speaker;
  /** The attendance, of somebody on the list. */
  attendanceId: string | null;
  level: AttributionLevel;
}

/** What minutes are made of, and what an attribution is chosen for: a block of the notes, with who said it. */
export interface Statement {
  /** Null: nobody in particular. */
  turn: Turn | null;
  /** Null: the turn alone, for the decision or action that follows is all that was said in it. */
  block: NoteBlock | null;
  anchor: string;
  level: AttributionLevel;
}

/**
 * Notes are flat, so that two people can edit them at once; minutes are read as interventions.
 * A turn runs until the next turn, a heading, a table, a decision or an action; what nobody filled leaves nothing behind.
 */
export function statementsOf(blocks: readonly NoteBlock[], people: People, levels: Levels, anchors: Anchors): Statement[] {
  const statements: Statement[] = [];
  let turn: Turn | null = null;
  let silent = false;
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.kind === 'turn') {
      // one without a word too ends the one before it: what follows was said by somebody else
      turn = turnOf(block, people, levels, anchors);
      silent = true;
    } else if (isBlank(block)) {
    } else if (endsTurn(block)) {
      if (turn?.speaker.name && silent && isRecord(block)) statements.push({ turn, block: null, anchor: turn.anchor, level: turn.level });
      turn = null;
      statements.push({ turn, block, anchor: anchors.block(block), level: levels.of(block, levels.byDefault) });
    } else {
      silent = false;
      const inherited = turn?.level ?? levels.byDefault;
      const before = statements.at(-1);
      // a line has no words: it goes with what the same person said before it
      const level = block.type === 'rule' && before?.turn === turn ? before.level : levels.of(block, inherited);
      statements.push({ turn, block, anchor: anchors.block(block), level });
    }
  }
  levelHeadings(statements, levels.byDefault);
  return statements;
}

function turnOf(block: NoteParagraph, people: People, levels: Levels, anchors: Anchors): Turn {
  const { id, speaker } = people.speakerOf(block);
  return { id: block.id, anchor: anchors.block(block), speaker, attendanceId: id, level: levels.of(block, levels.byDefault) };
}

/** A heading goes with what it heads: over nothing but internal statements it is internal too, for its words tell what they are about. */
function levelHeadings(statements: readonly Statement[], byDefault: AttributionLevel): void {
  const shown = byDefault === 'internal' ? 'none' : byDefault;
  const under = { 3: { any: false, open: false }, 4: { any: false, open: false } };
  for (const statement of statements.toReversed()) {
    const { block } = statement;
    if (block?.type === 'heading') {
      const own = under[block.level];
      statement.level = own.open || (!own.any && byDefault !== 'internal') ? shown : 'internal';
      under[4] = { any: false, open: false };
      if (block.level === 3) under[3] = { any: false, open: false };
      else if (statement.level !== 'internal') under[3] = { any: true, open: true };
      else under[3].any = true;
    } else {
      for (const each of [under[3], under[4]]) {
        each.any = true;
        each.open ||= statement.level !== 'internal';
      }
    }
  }
}

function endsTurn(block: NoteBlock): boolean {
  return block.type === 'heading' || block.type === 'table' || isRecord(block);
}

function isRecord(block: NoteBlock): boolean {
  return block.type === 'paragraph' && (block.kind === 'decision' || block.kind === 'action');
}

function isBlank(block: NoteBlock): boolean {
  return block.type === 'paragraph' && block.inline.every((run) => run.text.trim() === '');
}
