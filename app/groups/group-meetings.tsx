import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { MeetingRow } from '#db/meetings/read.ts';
import type { GroupPage } from './group.route.tsx';

/** The group's meetings as a ledger: those being prepared, those to come, then the past ones with their minutes. */
export function GroupMeetings({ group, meetings: { drafts, upcoming, past, more }, can, year }: GroupPage) {
  return (
    <div>
      <div className="sect__h">
        <h2 id="t-meetings">{m.groups_meetings()}</h2>
      </div>
      {drafts.length > 0 ? <Ledger title={m.groups_drafts()} meetings={drafts} year={year} past={false} /> : null}
      {upcoming.length > 0 ? (
        <Ledger title={m.groups_upcoming()} meetings={upcoming} year={year} past={false} />
      ) : (
        <p className="gm__none">
          {m.groups_no_upcoming()}{' '}
          {can.organise ? (
            <A to={`/meetings/new?group=${group.slug}`}>{m.groups_plan_meeting()}</A>
          ) : (
            <A to="#feeds">{m.groups_no_upcoming_subscribe()}</A>
          )}
        </p>
      )}
      {past.length > 0 ? <Ledger title={m.groups_past()} meetings={past} year={year} past /> : null}
      {more ? (
        <p className="gm__more">
          <A to={`/groups/${group.slug}?meetings=all#meetings`}>{m.groups_all_past()}</A>
        </p>
      ) : null}
    </div>
  );
}

function Ledger({ title, meetings, year, past }: { title: string; meetings: MeetingRow[]; year: string; past: boolean }) {
  return (
    <>
      <h3 className="gm__h">{title}</h3>
      <ol className="ledger">
        {meetings.map((meeting) => (
          <li className="ledger__row" key={meeting.id}>
            <Margin meeting={meeting} year={year} />
            <div className="ledger__b">
              <h4>
                <A to={`/meetings/${meeting.slug}`}>{meeting.status === 'cancelled' ? <s>{meeting.title}</s> : meeting.title}</A>
              </h4>
              <p className="meta">{factsOf(meeting)}</p>
            </div>
            <div className="ledger__e">
              <State meeting={meeting} past={past} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Margin({ meeting, year }: { meeting: MeetingRow; year: string }) {
  const when = whenOf(meeting.edtf);
  const margin = whenInMargin(when, getLocale(), year);
  const { time, full } = formatWhen(when, { zone: meeting.timeZone, locale: getLocale() });
  return (
    <div className="ledger__m">
      <span aria-hidden="true">
        <b>{margin ? `${margin.big}${/^\d/.test(margin.big) ? `\u00A0${margin.small}` : ''}` : m.groups_no_date()}</b>
        {margin && !/^\d/.test(margin.big) ? margin.small : (time?.split('\u00A0–')[0]?.split(' –')[0] ?? '')}
      </span>
      <span className="vh">{full}</span>
    </div>
  );
}

function factsOf({ edtf, placeName, online, themes }: MeetingRow): string {
  const where = placeName && online ? m.groups_place_and_online({ place: placeName }) : placeName || (online ? m.groups_online() : '');
  return [whenOf(edtf).toConfirm ? m.groups_to_confirm() : '', where, ...themes].filter(Boolean).join(' · ');
}

function State({ meeting, past }: { meeting: MeetingRow; past: boolean }) {
  if (meeting.minutesVersion !== null)
    return (
      <A className="tag tag--ok" to={`/minutes/${meeting.slug}`}>
        <Icon name="seal-check" />
        {m.groups_minutes_published()}
      </A>
    );
  if (meeting.status === 'cancelled') return <Tag look="late">{m.groups_cancelled()}</Tag>;
  if (meeting.status === 'draft') return <Tag look="warn">{m.groups_draft()}</Tag>;
  if (meeting.visibility === 'members') return <Tag icon="lock-simple">{m.groups_for_members()}</Tag>;
  return past ? null : <Tag>{m.groups_to_come()}</Tag>;
}
