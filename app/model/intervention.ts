import { parseIsoDay } from './iso-day.ts';
import type { BlockKind } from './notes.ts';
import { cleanLine, cleanText } from './text.ts';

/** What one form may add, in characters and lines. */
export const INTERVENTION_LIMITS = { text: 10_000, lines: 200, other: 200 } as const;

/** What an intervention may be. Who speaks is a field of its own. */
export const INTERVENTION_KINDS = ['text', 'takeaway', 'decision', 'action', 'proposal'] as const satisfies readonly BlockKind[];
export type InterventionKind = (typeof INTERVENTION_KINDS)[number];

/** The form as it was filled in. */
export interface InterventionForm {
  /** Agenda item. */
  section: string;
  /** Attendances; '': nobody. */
  speaker: string;
  assignee: string;
  kind: string;
  text: string;
  /** Somebody who is not on the list. */
  other: string;
  /** ISO day; '': none. */
  due: string;
}

/** What is added to the notes. */
export interface Intervention {
  agendaItemId: string;
  kind: InterventionKind;
  speaker: { id: string; line: string } | null;
  /** A block each, at least one. */
  lines: string[];
  assigneeId: string | null;
  assignee: string;
  due: string | null;
}

export type InterventionFault = 'needed' | 'unknown' | 'too_long' | 'too_many_lines' | 'no_day';
export type InterventionFaults = Partial<Record<keyof InterventionForm, InterventionFault>>;

/** Those who may be named: of the attendance. */
interface Named {
  id: string;
  name: string;
  /** As the notes name a speaker: name, function and organisation. */
  line: string;
}

/** Reads the form; who does an action, and for when, counts for an action only. */
export function parseIntervention(
  sent: InterventionForm,
  { sections, people }: { sections: readonly string[]; people: readonly Named[] },
): { intervention: Intervention } | { faults: InterventionFaults } {
  const faults: InterventionFaults = {};
  const kind = INTERVENTION_KINDS.find((one) => one === sent.kind);
  const speaker = people.find(({ id }) => id === sent.speaker) ?? null;
  const text = cleanText(sent.text);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (!sections.includes(sent.section)) faults.section = 'unknown';
  if (!kind) faults.kind = 'unknown';
  if (sent.speaker && !speaker) faults.speaker = 'unknown';
  if (lines.length === 0) faults.text = 'needed';
  else if ([...text].length > INTERVENTION_LIMITS.text) faults.text = 'too_long';
  else if (lines.length > INTERVENTION_LIMITS.lines) faults.text = 'too_many_lines';
  const doing = kind === 'action' ? readDoing(sent, people, faults) : { assigneeId: null, assignee: '', due: null };
  if (Object.keys(faults).length > 0 || !kind) return { faults };
  const by = speaker && { id: speaker.id, line: speaker.line };
  return { intervention: { agendaItemId: sent.section, kind, speaker: by, lines, ...doing } };
}

function readDoing(
  sent: InterventionForm,
  people: readonly Named[],
  faults: InterventionFaults,
): Pick<Intervention, 'assigneeId' | 'assignee' | 'due'> {
  const other = cleanLine(sent.other);
  const chosen = people.find(({ id }) => id === sent.assignee);
  const due = sent.due ? parseIsoDay(sent.due) : null;
  if ([...other].length > INTERVENTION_LIMITS.other) faults.other = 'too_long';
  if (sent.assignee && !chosen) faults.assignee = 'unknown';
  if (sent.due && !due) faults.due = 'no_day';
  return { assigneeId: other ? null : (chosen?.id ?? null), assignee: other || (chosen?.name ?? ''), due };
}
