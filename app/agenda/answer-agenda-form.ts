import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_LIMITS } from '#app/model/agenda.ts';
import { type AgendaAnswer, NO_ANSWER } from './agenda-answer.ts';
import type { AgendaItemRow } from './agenda-types.ts';
import { durationLabel } from './labels.ts';
import type { PointValues } from './parse-point-form.ts';

/** Every refusal of the agenda's verbs (server/agenda). */
export type AgendaRefusal =
  | { reason: 'too_long'; planned: number }
  | { reason: 'conflict'; current: AgendaItemRow }
  | { reason: 'too_many' | 'unknown_presenter' | 'gone' | 'cancelled' };

/** A refusal as the page shows it: the input stays, the fault stands under its field. */
export function answerToRefusal(refusal: AgendaRefusal, sent: { itemId: string | null; values: PointValues | null }): AgendaAnswer {
  const answer = { ...NO_ANSWER, ...sent };
  switch (refusal.reason) {
    case 'too_long':
      return { ...answer, faults: { duration: m.agenda_total_too_long({ planned: durationLabel(refusal.planned) }) } };
    case 'conflict':
      return { ...answer, saved: refusal.current, refused: sent.values ? null : m.agenda_clash_remove() };
    case 'too_many':
      return { ...answer, refused: m.agenda_too_many({ max: AGENDA_LIMITS.items }) };
    case 'unknown_presenter':
      return { ...answer, faults: { presenterIds: m.agenda_unknown_presenter() } };
    case 'gone':
      return { ...answer, refused: m.agenda_gone() };
    case 'cancelled':
      return { ...answer, refused: m.meetings_cancelled_no_edit() };
  }
}
