import { m } from '#app/messages/compiled/messages.js';
import type { InterventionFault, InterventionFaults, InterventionForm } from '#app/model/intervention.ts';
import type { FieldFault } from '#app/ui/error-summary.tsx';

const ORDER = ['section', 'speaker', 'kind', 'text', 'assignee', 'other', 'due'] as const satisfies readonly (keyof InterventionForm)[];

export const interventionFieldId = (field: keyof InterventionForm) => `form-${field}`;

/** Faults of the form, in its order, each linked to its field. */
export function interventionFaults(faults: InterventionFaults): FieldFault[] {
  return ORDER.flatMap((field) => {
    const fault = faults[field];
    return fault ? [{ id: interventionFieldId(field), message: wordsOf(field, fault) }] : [];
  });
}

/** Why the notes took nothing: at the field where another choice helps, else of the form as a whole. */
export function interventionRefusal(reason: 'read-only' | 'closed' | 'locked' | 'section-unknown' | 'too-large'): FieldFault {
  switch (reason) {
    case 'read-only':
      return { message: m.intervention_refused_read_only() };
    case 'closed':
      return { message: m.intervention_refused_closed() };
    case 'locked':
      return { id: interventionFieldId('section'), message: m.intervention_refused_locked() };
    case 'section-unknown':
      return { id: interventionFieldId('section'), message: m.intervention_fault_section() };
    case 'too-large':
      return { message: m.intervention_refused_too_large() };
  }
}

function wordsOf(field: keyof InterventionForm, fault: InterventionFault): string {
  switch (field) {
    case 'section':
      return m.intervention_fault_section();
    case 'speaker':
      return m.intervention_fault_speaker();
    case 'assignee':
      return m.intervention_fault_assignee();
    case 'kind':
      return m.intervention_fault_kind();
    case 'other':
      return m.intervention_fault_other();
    case 'due':
      return m.intervention_fault_due();
    case 'text':
      if (fault === 'needed') return m.intervention_fault_text();
      return fault === 'too_long' ? m.intervention_fault_text_too_long() : m.intervention_fault_lines();
  }
}
