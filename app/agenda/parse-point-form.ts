import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_ITEM_KINDS, AGENDA_LIMITS, type AgendaPoint } from '#app/model/agenda.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';

/** What the form of a point shows, as typed. */
export interface PointValues {
  title: string;
  kind: string;
  duration: string;
  summary: string;
  presenterIds: string[];
}

export type PointFaults = Partial<Record<keyof PointValues, string>>;

export const EMPTY_POINT: PointValues = { title: '', kind: 'discussion', duration: '15', summary: '', presenterIds: [] };

export function valuesOfPoint(point: AgendaPoint): PointValues {
  return { ...point, duration: String(point.durationMinutes) };
}

export function valuesOfPointForm(form: FormData): PointValues {
  const text = (name: string) => {
    const entry = form.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  const presenterIds = form.getAll('presenters').filter((id) => typeof id === 'string');
  return { title: text('title'), kind: text('kind'), duration: text('duration'), summary: text('summary'), presenterIds };
}

/** A point out of what was typed, or what is to be corrected. */
export function parsePointForm(values: PointValues): { point: AgendaPoint } | { faults: PointFaults } {
  const faults: PointFaults = {};
  const title = cleanLine(values.title);
  if (title === '') faults.title = m.agenda_title_missing();
  if ([...title].length > AGENDA_LIMITS.title) faults.title = m.meetings_too_long({ max: AGENDA_LIMITS.title, length: [...title].length });
  const summary = cleanText(values.summary);
  if ([...summary].length > AGENDA_LIMITS.summary)
    faults.summary = m.meetings_too_long({ max: AGENDA_LIMITS.summary, length: [...summary].length });
  const kind = AGENDA_ITEM_KINDS.find((one) => one === values.kind);
  if (!kind) faults.kind = m.agenda_kind_missing();
  const durationMinutes = parseMinutes(values.duration);
  if (durationMinutes === null) faults.duration = m.agenda_duration_invalid();
  else if (durationMinutes > AGENDA_LIMITS.minutes) faults.duration = m.agenda_duration_too_long();
  const presenterIds = [...new Set(values.presenterIds.map(parseUuid))].filter((id) => id !== null);
  if (presenterIds.length > AGENDA_LIMITS.presenters) faults.presenterIds = m.agenda_too_many_presenters({ max: AGENDA_LIMITS.presenters });
  if (Object.keys(faults).length > 0 || !kind || durationMinutes === null) return { faults };
  return { point: { title, kind, durationMinutes, summary, presenterIds } };
}

/** Minutes, written '90', '1 h 30', '1h30' or '1:30'; null: none of these. */
export function parseMinutes(text: string): number | null {
  const clean = text.replace(/[\s\u00A0\u202F]+/g, '').toLowerCase();
  if (/^\d{1,5}(min|mn|m)?$/.test(clean)) return Number.parseInt(clean, 10);
  const [, hours, minutes] = /^(\d{1,3})[h:](\d{1,2})?(?:min|mn|m)?$/.exec(clean) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes ?? 0);
}
