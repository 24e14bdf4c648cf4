import { m } from '#app/messages/compiled/messages.js';
import type { BlockKind } from '#app/model/notes.ts';
import type { IconName } from '#app/ui/icon-names.ts';

/** The word for a kind of block; '' for text, which needs none. */
export function kindWord(kind: BlockKind): string {
  switch (kind) {
    case 'text':
      return '';
    case 'turn':
      return m.notes_kind_turn();
    case 'takeaway':
      return m.notes_kind_takeaway();
    case 'question':
      return m.notes_kind_question();
    case 'caution':
      return m.notes_kind_caution();
    case 'agreement':
      return m.notes_kind_agreement();
    case 'decision':
      return m.notes_kind_decision();
    case 'action':
      return m.notes_kind_action();
    case 'proposal':
      return m.notes_kind_proposal();
  }
}

const LOOKS: Partial<Record<BlockKind, string>> = {
  takeaway: 'ret',
  question: 'ret',
  caution: 'ret',
  agreement: 'ret',
  decision: 'dec',
  action: 'act',
  proposal: 'prop',
};

/** The form of a block: its class in the styles of the notes; '' for text and turns. */
export function kindLook(kind: BlockKind): string {
  return LOOKS[kind] ?? '';
}

/** In the margin, after the word. */
export const KIND_ICONS: Partial<Record<BlockKind, IconName>> = {
  takeaway: 'arrow-right',
  question: 'info',
  caution: 'warning',
  agreement: 'check-circle',
  decision: 'seal-check-fill',
  action: 'check-square',
  proposal: 'hand-palm',
};
