import { m } from '#app/messages/compiled/messages.js';
import type { AgendaItemKind } from '#app/model/agenda.ts';

export function itemKindLabel(kind: AgendaItemKind): string {
  switch (kind) {
    case 'opening':
      return m.agenda_kind_opening();
    case 'information':
      return m.agenda_kind_information();
    case 'discussion':
      return m.agenda_kind_discussion();
    case 'decision':
      return m.agenda_kind_decision();
    case 'break':
      return m.agenda_kind_break();
    case 'conclusion':
      return m.agenda_kind_conclusion();
  }
}

/** « 45 min », « 1 h 30 », « 24 h ». */
export function durationLabel(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (minutes < 100) return m.agenda_minutes({ minutes });
  return rest === 0 ? m.agenda_hours({ hours }) : m.agenda_hours_minutes({ hours, minutes: String(rest).padStart(2, '0') });
}
