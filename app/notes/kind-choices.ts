import { m } from '#app/messages/compiled/messages.js';
import type { BlockKind } from '#app/model/notes.ts';
import type { IconName } from '#app/ui/icon-names.ts';

/** A kind as the bar, the block menu and the form offer it. */
export interface KindChoice {
  kind: BlockKind;
  icon: IconName;
  label: string;
  hint: string;
  /** Letter that chooses it in the menu. */
  key: string;
  /** Look of its button; '' for the plain one. */
  look: string;
}

/** The five kinds, in their order. */
export function kindChoices(): KindChoice[] {
  return [
    { kind: 'turn', icon: 'user-sound', label: m.notes_kind_turn(), hint: m.notes_hint_turn(), key: m.notes_key_turn(), look: '' },
    {
      kind: 'takeaway',
      icon: 'arrow-right',
      label: m.notes_kind_takeaway(),
      hint: m.notes_hint_takeaway(),
      key: m.notes_key_takeaway(),
      look: 'ret',
    },
    {
      kind: 'decision',
      icon: 'seal-check',
      label: m.notes_kind_decision(),
      hint: m.notes_hint_decision(),
      key: m.notes_key_decision(),
      look: 'dec',
    },
    {
      kind: 'action',
      icon: 'check-square',
      label: m.notes_kind_action(),
      hint: m.notes_hint_action(),
      key: m.notes_key_action(),
      look: 'act',
    },
    {
      kind: 'proposal',
      icon: 'hand-palm',
      label: m.notes_kind_proposal(),
      hint: m.notes_hint_proposal(),
      key: m.notes_key_proposal(),
      look: 'prop',
    },
  ];
}
