import { Margin } from '#app/groups/margin.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { SeriesPageData } from './series.route.tsx';
import type { ShownMeeting } from './shown-meeting.ts';
import '#app/meetings/fold.css';
import './series-line.css';

/** All meetings of a series, to come and past, with what is done with them. */
export function SeriesPage({ series, rule, upcoming, past, organise, year, done, made }: SeriesPageData) {
  const path = `/series/${series.id}`;
  const takesPlace = upcoming.filter(({ status }) => status !== 'cancelled');
  // « the following » goes by the rule's days, the list by the real ones: a date may have been moved past another
  const [next] = takesPlace.filter(({ begun }) => !begun).sort((one, other) => one.on.localeCompare(other.on));
  return (
    <div className="wrap">
      <div className="fm-head stack">
        <Breadcrumb
          crumbs={[
            { to: `/groups/${series.groupSlug}`, label: series.groupName },
            { to: `/groups/${series.groupSlug}/series`, label: m.series_list_title() },
          ]}
        />
        <h1>{frenchSpaces(series.title)}</h1>
        <p className="dates__rule">{rule}</p>
        {done ? (
          <Notice look="ok" role="status">
            {m.series_changed_notice()}
          </Notice>
        ) : null}
        {made ? (
          <Notice look="ok" role="status">
            {made}
          </Notice>
        ) : null}
        {organise ? (
          <p className="row">
            <A className="btn btn--line" to={next ? `${path}/change?since=${next.on}` : `${path}/change`}>
              <Icon name="pencil-simple" />
              {next ? m.series_change_link() : m.series_extend_link()}
            </A>
            {next ? (
              <A className="btn btn--quiet" to={`${path}/cancel?since=${next.on}`}>
                <Icon name="calendar-x" />
                {m.series_end_link()}
              </A>
            ) : null}
          </p>
        ) : null}
      </div>
      <section className="sect" aria-labelledby="t-upcoming">
        <div className="sect__h">
          <h2 id="t-upcoming">{m.series_upcoming()}</h2>
          <span className="meta">{m.series_meetings_count({ count: takesPlace.length })}</span>
        </div>
        {upcoming.length > 0 ? (
          <List meetings={upcoming} year={year} path={organise ? path : null} />
        ) : (
          <p className="meta">{organise ? m.series_none_left_organiser() : m.series_none_left()}</p>
        )}
      </section>
      {past.length > 0 ? (
        <section className="sect" aria-labelledby="t-past">
          <div className="sect__h">
            <h2 id="t-past">{m.series_past()}</h2>
          </div>
          <List meetings={past} year={year} path={null} />
        </section>
      ) : null}
    </div>
  );
}

/** `path`: of the series, for those who change it; null: only read. */
function List({ meetings, year, path }: { meetings: readonly ShownMeeting[]; year: string; path: string | null }) {
  return (
    <ol className="ledger">
      {meetings.map((meeting) => (
        <li className="ledger__row" key={meeting.id}>
          <div className="ledger__m">
            <Margin edtf={meeting.edtf} timeZone={meeting.timeZone} year={year} />
          </div>
          <div className="ledger__b">
            <h3>
              <A to={`/meetings/${meeting.slug}`}>{meeting.status === 'cancelled' ? <s>{meeting.title}</s> : meeting.title}</A>
            </h3>
            <p className="meta">{[meeting.when, meeting.moved].filter(Boolean).join('. ')}</p>
            {path && !meeting.begun && meeting.status !== 'cancelled' ? <Tools meeting={meeting} path={path} /> : null}
          </div>
          <div className="ledger__e">
            {meeting.status === 'cancelled' ? <Tag look="late">{m.meetings_cancelled_tag()}</Tag> : null}
            {meeting.status === 'draft' ? <Tag look="soft">{m.meetings_draft_tag()}</Tag> : null}
            {meeting.moved && meeting.status !== 'cancelled' ? (
              <Tag look="warn">{meeting.onlyHour ? m.series_hour_tag() : m.series_moved_tag()}</Tag>
            ) : null}
            {meeting.ownTitle && !meeting.over ? <Tag look="soft">{m.series_own_title_tag()}</Tag> : null}
            {meeting.hasMinutes ? (
              <A className="small" to={`/minutes/${meeting.slug}`}>
                {m.series_minutes_link()}
              </A>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** This one, or this and the following: each link says of which date it speaks to those who hear it alone. */
function Tools({ meeting, path }: { meeting: ShownMeeting; path: string }) {
  const links = [
    { to: `/meetings/${meeting.slug}/edit`, label: m.series_move_this() },
    { to: `${path}/change?since=${meeting.on}`, label: m.series_change_following() },
    { to: `/meetings/${meeting.slug}/cancel`, label: m.series_cancel_this() },
    { to: `${path}/cancel?since=${meeting.on}`, label: m.series_cancel_following() },
  ];
  return (
    <details className="fold">
      <summary>
        {m.series_tools()}
        <span className="vh"> : {meeting.when}</span>
      </summary>
      <ul className="series__beside">
        {links.map(({ to, label }) => (
          <li key={to}>
            <A to={to}>
              {label}
              <span className="vh"> : {meeting.when}</span>
            </A>
          </li>
        ))}
      </ul>
    </details>
  );
}
