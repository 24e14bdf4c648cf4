import type { CSSProperties } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { OFFICE } from '#app/model/clocks.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ClockRow, MeetingPreview } from './preview-meeting.ts';

/** The meeting's hours where the group's people are, and whether they are hours to meet at. */
export function Clocks({ preview: { clocks, suggestion, twice, past } }: { preview: MeetingPreview }) {
  return (
    <>
      {clocks.length > 0 ? (
        <section className="tz" aria-label={m.meetings_clocks_label()}>
          {clocks.map((clock, index) => (
            <Clock key={clock.zone} clock={clock} reference={index === 0} />
          ))}
          <div className="tz__ax" aria-hidden="true">
            {[0, 6, 12, 18, 24].map((hour) => (
              <span key={hour}>{m.meetings_axis_hour({ hour })}</span>
            ))}
          </div>
        </section>
      ) : null}
      {twice ? <Notice>{m.meetings_hour_comes_twice()}</Notice> : null}
      {past ? <Notice look="warn">{m.meetings_date_is_past()}</Notice> : null}
      <div className="row">
        <button className="btn btn--line" type="submit" name="intent" value="preview">
          <Icon name="clock" />
          {m.meetings_show_clocks()}
        </button>
        {suggestion ? (
          <button className="btn btn--line" type="submit" name="shift" value={suggestion.value}>
            {m.meetings_shift_to({ time: suggestion.label })}
          </button>
        ) : null}
      </div>
    </>
  );
}

function Clock({ clock, reference }: { clock: ClockRow; reference: boolean }) {
  const bar = { '--s': clock.startHour, '--o': OFFICE.from, '--h': Math.min(clock.hours, 24 - clock.startHour) } as CSSProperties;
  return (
    <div className="tz__r">
      <span>{clock.city}</span>
      <b>{clock.label}</b>
      <span className="tz__bar" style={bar} aria-hidden="true">
        <i />
      </span>
      <Fit clock={clock} reference={reference} />
    </div>
  );
}

function Fit({ clock, reference }: { clock: ClockRow; reference: boolean }) {
  const day = clock.dayShift === 0 ? '' : clock.dayShift < 0 ? m.meetings_day_before() : m.meetings_day_after();
  if (clock.fit === 'office')
    return (
      <span className={reference ? 'tz__q' : 'tz__q tz__q--ok'}>
        {reference ? null : <Icon name="check" />}
        {reference ? m.meetings_reference_time() : m.meetings_office_hours()}
        {day}
      </span>
    );
  return (
    <span className="tz__q tz__q--warn">
      <Icon name="warning" />
      {clock.fit === 'early' ? m.meetings_before_hour({ hour: OFFICE.from }) : m.meetings_after_hour({ hour: OFFICE.to })}
      {day}
    </span>
  );
}
