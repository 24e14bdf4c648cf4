import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import type { OutsideEvent } from '#app/model/outside-events.ts';
import { whenOf } from '#app/model/when.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import './outside-events.css';

interface GroupOutsideProps {
  slug: string;
  events: readonly OutsideEvent[];
  canOrganise: boolean;
}

/** On a group's page: what others organise, apart from the group's own meetings. Nothing for readers while there is nothing. */
export function GroupOutside({ slug, events, canOrganise }: GroupOutsideProps) {
  if (events.length === 0 && !canOrganise) return null;
  return (
    <section className="oe-panel" aria-labelledby="t-outside">
      <div className="sect__h">
        <h2 id="t-outside">{m.outside_events_panel()}</h2>
        {canOrganise ? <A to={`/groups/${slug}/outside-events`}>{m.outside_events_panel_manage()}</A> : null}
      </div>
      <p className="meta">{m.outside_events_panel_what()}</p>
      {events.length === 0 ? <p className="small">{m.outside_events_panel_none()}</p> : null}
      <ul className="oe-panel__l">
        {events.map((event) => (
          <li key={event.id}>
            <b>
              {event.url === '' ? (
                event.title
              ) : (
                <a href={event.url} rel="noopener nofollow ugc">
                  {event.title}
                  <Icon name="arrow-right" />
                </a>
              )}
            </b>
            <span className="meta">{factsOf(event)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf({ edtf, timeZone, place, source }: OutsideEvent): string {
  const when = formatWhen(whenOf(edtf), { zone: timeZone, locale: getLocale(), city: true }).full;
  return [when, place, source === null ? '' : m.outside_events_from({ name: source })].filter(Boolean).join(' · ');
}
