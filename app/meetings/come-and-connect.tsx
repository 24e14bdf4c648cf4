import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { MeetingAbilities } from '#app/model/scope.ts';
import type { MeetingTimes } from './meeting-view.ts';

interface ComeAndConnectProps {
  meeting: {
    placeName: string;
    placeAddress: string;
    placeAccess: string;
    online: boolean;
    onlineUrl: string;
    themes: string[];
    status: string;
  };
  times: MeetingTimes;
  can: Pick<MeetingAbilities, 'seeOnlineLink'>;
}

/** « Venir, se connecter »: the place, the link for those invited, the hour in other cities, what the meeting is about. */
export function ComeAndConnect({ meeting, times, can }: ComeAndConnectProps) {
  const { placeName, placeAddress, placeAccess, online, onlineUrl, themes } = meeting;
  const place = [placeName, placeAddress].filter(Boolean).join(', ');
  return (
    <section aria-labelledby="t-come">
      <div className="sect__h">
        <h2 id="t-come">{m.meetings_come_title()}</h2>
      </div>
      <dl className="kv">
        {place || placeAccess ? (
          <Row label={m.meetings_on_site()}>
            {place}
            {placeAccess ? <span className="meta lines block">{placeAccess}</span> : null}
          </Row>
        ) : null}
        {online ? (
          <Row label={m.meetings_remote()}>
            {can.seeOnlineLink ? (
              <>
                <a href={onlineUrl} rel="noreferrer">
                  {m.meetings_join()}
                </a>
                <span className="meta block anywhere">{onlineUrl}</span>
              </>
            ) : (
              m.meetings_remote_hidden()
            )}
          </Row>
        ) : null}
        {!place && !online ? <Row label={m.meetings_section_where()}>{m.meetings_no_place_yet()}</Row> : null}
        {times.elsewhere.length > 0 ? <Row label={m.meetings_elsewhere()}>{times.elsewhere.join(', ')}</Row> : null}
        {themes.length > 0 ? <Row label={m.meetings_themes_row()}>{themes.join(', ')}</Row> : null}
        {times.countries.length > 0 ? <Row label={m.meetings_countries_row()}>{times.countries.join(', ')}</Row> : null}
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
