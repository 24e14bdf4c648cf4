import { itemKindLabel } from '#app/agenda/labels.ts';
import { Section } from '#app/meetings/meeting-form.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_ITEM_KINDS } from '#app/model/agenda.ts';
import { STANDING_POINTS } from '#app/model/series.ts';
import { Field } from '#app/ui/field.tsx';
import type { SeriesFaults } from './parse-series-form.ts';
import type { PointInput } from './series-form-values.ts';

const SPARE = 3;

/** Points that every meeting begins with, in their order; some empty rows to add more. A row without a title is left away. */
export function StandingPoints({ points, faults }: { points: readonly PointInput[]; faults: SeriesFaults }) {
  const spare = Array.from({ length: SPARE }, () => ({ title: '', kind: 'discussion', minutes: '' }));
  const rows = [...points, ...spare].slice(0, Math.max(STANDING_POINTS, points.length));
  return (
    <Section id="s-agenda" title={m.series_section_agenda()}>
      <p className="hint">{m.series_agenda_hint()}</p>
      <ol className="standing">
        {rows.map((point, index) => (
          // rows have no other name than their place, which a page without script never changes
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>
            <Field
              id={`f-point-${index}`}
              label={m.series_point_title({ number: index + 1 })}
              name="pointTitle"
              defaultValue={point.title}
              error={faults[`point-${index}`]}
              autoComplete="off"
            />
            <Field as="select" id={`f-point-kind-${index}`} label={m.agenda_kind_label()} name="pointKind" defaultValue={point.kind}>
              {AGENDA_ITEM_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {itemKindLabel(kind)}
                </option>
              ))}
            </Field>
            <Field
              id={`f-point-minutes-${index}`}
              label={m.series_point_minutes()}
              name="pointMinutes"
              inputMode="numeric"
              defaultValue={point.minutes}
              autoComplete="off"
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
