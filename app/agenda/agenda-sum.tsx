import type { CSSProperties } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { fillOf } from '#app/model/agenda.ts';
import { Notice } from '#app/ui/notice.tsx';
import { durationLabel } from './labels.ts';

/** The sum of the points against the length of the meeting: in words, and as a bar that repeats them. */
export function AgendaSum({ fill }: { fill: ReturnType<typeof fillOf> }) {
  const { planned, available, over } = fill;
  const full = available ? Math.min(100, Math.round((planned / available) * 100)) : 0;
  return (
    <div className="ag__sum">
      <div className="ab__sum">
        <span>
          <b>{durationLabel(planned)}</b> {wordsFor(available, over)}
        </span>
        {available ? (
          <div className={over && over > 0 ? 'bar bar--over' : 'bar'} style={{ '--v': full } as CSSProperties} aria-hidden="true">
            <i />
          </div>
        ) : null}
      </div>
      {over !== null && over > 0 ? <Notice look="warn">{m.agenda_over_warning({ over: durationLabel(over) })}</Notice> : null}
    </div>
  );
}

function wordsFor(available: number | null, over: number | null): string {
  if (available === null || over === null) return m.agenda_sum_no_length();
  if (over > 0) return m.agenda_sum_over({ available: durationLabel(available), over: durationLabel(over) });
  if (over === 0) return m.agenda_sum_exact({ available: durationLabel(available) });
  return m.agenda_sum_left({ available: durationLabel(available), left: durationLabel(-over) });
}
