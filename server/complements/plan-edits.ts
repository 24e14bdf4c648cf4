import type { AppliedText } from '#app/model/applied-complements.ts';
import type { ProposedText } from '#app/model/complements.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { BlockKind, Inline, NoteParagraph } from '#app/model/notes.ts';
import type { BlockEdit } from '#server/notes/edit-blocks.ts';
import { fingerprintOf, type Place } from './find-place.ts';
import { mergeWords } from './merge-words.ts';
import { reword } from './reword.ts';

/** A proposal about a paragraph's text. */
export interface TextProposal {
  id: string;
  kind: 'insert' | 'replace' | 'delete';
  agendaItemId: string | null;
  blockId: string | null;
  baseText: string;
  proposed: ProposedText | null;
}

export interface Acceptance {
  /** What the organiser had before their eyes (fingerprintOf). */
  seen: string;
  /** What the organiser made of the proposal; null: as proposed. */
  text: string | null;
  /** Where to put what has lost its place: after a paragraph, or (null) at the end of a point. */
  into: { agendaItemId: string; after: string | null } | null;
}

export type EditPlan =
  | { ok: true; edits: BlockEdit[]; applied: AppliedText }
  /** changed: other words than those seen · conflict: the changes contradict each other · gone: no such paragraph any more. */
  | { ok: false; reason: 'changed' | 'conflict' | 'gone' | 'empty' };

const blank = { type: 'paragraph', speakerId: null, assigneeId: null, assignee: '', due: null } as const;

/** What accepting a proposal changes in the notes. `place`: of its paragraph, as it is now; null: it is gone, or there was none. */
export function planEdits(proposal: TextProposal, place: Place | null, asked: Acceptance): EditPlan {
  switch (proposal.kind) {
    case 'delete':
      return planDeletion(proposal, place, asked);
    case 'replace':
      return place ? planReplacement(proposal, place, asked) : planInsertion(proposal, asked.into, asked.text);
    case 'insert': {
      const atEnd = proposal.blockId === null && proposal.agendaItemId ? { agendaItemId: proposal.agendaItemId, after: null } : null;
      const beside = place ? { agendaItemId: place.agendaItemId, after: place.paragraph.id } : atEnd;
      return planInsertion(proposal, asked.into ?? beside, asked.text);
    }
  }
}

function planDeletion({ blockId, agendaItemId }: TextProposal, place: Place | null, { seen }: Acceptance): EditPlan {
  if (seen !== fingerprintOf(place)) return { ok: false, reason: 'changed' };
  const { paragraph: was = null, previous = null, next = null } = place ?? {};
  const applied: AppliedText = {
    ...{ kind: was?.kind ?? 'text', inline: [], blockId: blockId ?? '', edited: false },
    ...{ agendaItemId: place?.agendaItemId ?? agendaItemId ?? '', was, previous, next },
  };
  // somebody took it away before: nothing is left to do
  return { ok: true, edits: was ? [{ do: 'delete', blockId: was.id, expected: plainText(was.inline) }] : [], applied };
}

function planReplacement({ baseText, proposed }: TextProposal, place: Place, { seen, text }: Acceptance): EditPlan {
  if (seen !== fingerprintOf(place)) return { ok: false, reason: 'changed' };
  const { paragraph } = place;
  const now = plainText(paragraph.inline);
  const asProposed = plainText(proposed?.inline ?? []);
  const merged = now === baseText ? { text: asProposed, clean: true } : mergeWords(baseText, now, asProposed);
  if (text === null && !merged.clean) return { ok: false, reason: 'conflict' };
  const wanted = text ?? merged.text;
  if (wanted.trim() === '') return { ok: false, reason: 'empty' };
  // what was typed in a form bears no marks: those of the words that stay are kept
  const verbatim = proposed && wanted === asProposed && proposed.inline.some(isMarked);
  const inline = verbatim ? proposed.inline : reword(paragraph.inline, wanted);
  const kind = kindOf(paragraph.kind, proposed?.kind);
  const { agendaItemId, previous, next } = place;
  return {
    ok: true,
    edits: [{ do: 'replace', blockId: paragraph.id, inline, kind, expected: now }],
    applied: {
      kind,
      inline,
      blockId: paragraph.id,
      agendaItemId,
      was: paragraph,
      previous,
      next,
      edited: text !== null && text !== merged.text,
    },
  };
}

function planInsertion({ id, proposed }: TextProposal, into: Acceptance['into'], text: string | null): EditPlan {
  if (!into) return { ok: false, reason: 'gone' };
  const asProposed = proposed?.inline ?? [];
  const wanted = text ?? plainText(asProposed);
  if (wanted.trim() === '') return { ok: false, reason: 'empty' };
  const inline = wanted === plainText(asProposed) ? asProposed : reword(asProposed, wanted);
  // of the proposal: accepting twice inserts once
  const block: NoteParagraph = { ...blank, id: `c-${id}`, kind: proposed?.kind ?? 'text', inline };
  const { agendaItemId, after } = into;
  return {
    ok: true,
    edits: [{ do: 'insert', agendaItemId, after, block }],
    applied: {
      ...{ kind: block.kind, inline, blockId: block.id, agendaItemId, was: null, previous: after, next: null },
      edited: wanted !== plainText(asProposed),
    },
  };
}

/** A turn belongs to who speaks: no proposal makes one, or unmakes it. */
function kindOf(now: BlockKind, proposed: BlockKind | undefined): BlockKind {
  return proposed === undefined || now === 'turn' || proposed === 'turn' ? now : proposed;
}

const isMarked = ({ bold, italic, underline, href }: Inline) => Boolean(bold || italic || underline || href);
