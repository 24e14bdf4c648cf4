import { m } from '#app/messages/compiled/messages.js';
import type { ComplementKind } from '#app/model/complements.ts';
import type { BlockKind } from '#app/model/notes.ts';
import type { IconName } from '#app/ui/icon-names.ts';

/** What somebody does with it: « Propose d’ajouter ». */
export function doesWhat(kind: ComplementKind): string {
  switch (kind) {
    case 'insert':
      return m.complements_insert();
    case 'replace':
      return m.complements_replace();
    case 'delete':
      return m.complements_delete();
    case 'comment':
      return m.complements_comment();
    case 'identity':
      return m.complements_identity();
  }
}

/** After a name: « Bénédicte Roussel, ajout ». */
export function shortKind(kind: ComplementKind): string {
  switch (kind) {
    case 'insert':
      return m.complements_short_insert();
    case 'replace':
      return m.complements_short_replace();
    case 'delete':
      return m.complements_short_delete();
    case 'comment':
      return m.complements_short_comment();
    case 'identity':
      return m.complements_short_identity();
  }
}

/** « Ajout de Bénédicte Roussel ». */
export function kindOf(kind: ComplementKind, name: string): string {
  switch (kind) {
    case 'insert':
      return m.complements_of_insert({ name });
    case 'replace':
      return m.complements_of_replace({ name });
    case 'delete':
      return m.complements_of_delete({ name });
    case 'comment':
      return m.complements_of_comment({ name });
    case 'identity':
      return m.complements_of_identity({ name });
  }
}

export const KIND_ICONS: Readonly<Record<ComplementKind, IconName>> = {
  insert: 'plus-circle',
  replace: 'pencil-simple',
  delete: 'trash',
  comment: 'arrow-bend-up-left',
  identity: 'user',
};

/** What a paragraph is, in a word; '' for text and turns. */
export function blockWord(kind: BlockKind): string {
  switch (kind) {
    case 'text':
    case 'turn':
      return '';
    case 'takeaway':
      return m.complements_takeaway();
    case 'decision':
      return m.complements_decision();
    case 'action':
      return m.complements_action();
    case 'proposal':
      return m.complements_proposal();
    case 'question':
      return m.complements_question();
    case 'caution':
      return m.complements_caution();
    case 'agreement':
      return m.complements_agreement();
  }
}
