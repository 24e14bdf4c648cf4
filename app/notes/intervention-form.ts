import type { InterventionForm } from '#app/model/intervention.ts';
import { type Participant, speakerLine } from './participant.ts';

export function emptyIntervention(section: string): InterventionForm {
  return { section, speaker: '', kind: 'text', text: '', assignee: '', other: '', due: '' };
}

/** Reads the fields as they were filled in; texts beyond any use are cut before anything looks at them. */
export function readInterventionForm(form: FormData): InterventionForm {
  const text = (name: string, max = 1000) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, max) : '';
  };
  return {
    ...{ section: text('section'), speaker: text('speaker'), kind: text('kind'), text: text('text', 100_000) },
    ...{ assignee: text('assignee'), other: text('other'), due: text('due') },
  };
}

/** Participants as an intervention may name them. */
export const namedPeople = (participants: readonly Participant[]) =>
  participants.map((participant) => ({ id: participant.id, name: participant.name, line: speakerLine(participant) }));
