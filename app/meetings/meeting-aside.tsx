import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { faultList } from './meeting-form.tsx';
import type { Faults } from './parse-meeting-form.ts';
import type { MeetingPreview } from './preview-meeting.ts';

/** Beside the form: what those invited will see, what is to be corrected, and the buttons. */
export function MeetingAside({ preview, faults, children }: { preview: MeetingPreview; faults: Faults; children: ReactNode }) {
  return (
    <aside className="fm__side" aria-label={m.meetings_aside_label()}>
      <div className="pv">
        <h2>{m.meetings_preview_title()}</h2>
        <div className="pv__d">
          <b>{preview.big}</b>
          <span className="small">{preview.small}</span>
        </div>
        <h3>{preview.title || m.meetings_preview_no_title()}</h3>
        <ul>
          <li>
            <Icon name="clock" />
            <span>
              {preview.when || m.meetings_preview_no_date()}
              {preview.city ? ` ${preview.city}. ${m.meetings_preview_local_time()}` : ''}
            </span>
          </li>
          <li>
            <Icon name={preview.place ? 'map-pin' : 'video-camera'} />
            <span>{placeLine(preview)}</span>
          </li>
        </ul>
      </div>
      <div className="fm__act">
        <ErrorSummary faults={faultList(faults)} />
        {children}
      </div>
    </aside>
  );
}

/** « Cité des Sciences et de l’Industrie, et en visioconférence » */
export function placeLine({ place, online }: { place: string; online: boolean }): string {
  if (place && online) return m.meetings_place_and_online({ place });
  if (place) return place;
  return online ? m.meetings_online_only() : m.meetings_place_to_come();
}
