import { m } from '#app/messages/compiled/messages.js';
import type { Answer } from '#app/model/attendance.ts';
import { sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { MeetingRow } from '#db/meetings/read.ts';
import type { GroupPage } from './group.route.tsx';
import { Margin } from './margin.tsx';

/** The group's meetings as a ledger: those being prepared, those to come, then the past ones with their minutes. */
export function GroupMeetings({ group, meetings: { drafts, upcoming, past, more }, answers, can, year }: GroupPage) {
  return (
    <div>
      <div className="sect__h">
        <h2 id="t-meetings">{m.groups_meetings()}</h2>
      </div>
      {drafts.length > 0 ? <Ledger title={m.groups_drafts()} meetings={drafts} year={year} answers={answers} /> : null}
      {upcoming.length > 0 ? (
        <Ledger title={m.groups_upcoming()} meetings={upcoming} year={year} answers={answers} />
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
      {past.length > 0 ? <Ledger title={m.groups_past()} meetings={past} year={year} answers={{}} /> : null}
      {more ? (
        <p className="gm__more">
          <A to={`/groups/${group.slug}?meetings=all#meetings`}>{m.groups_all_past()}</A>
        </p>
      ) : null}
      {can.organise ? (
        <p className="gm__more">
          <A to={`/imports/new?group=${group.slug}`}>{m.imports_new()}</A>
        </p>
      ) : null}
    </div>
  );
}

function Ledger({
  title,
  meetings,
  year,
  answers,
}: {
  title: string;
  meetings: MeetingRow[];
  year: string;
  answers: Record<string, Answer>;
}) {
  return (
    <>
      <h3 className="gm__h">{title}</h3>
      <ol className="ledger">
        {meetings.map((meeting) => (
          <li className="ledger__row" key={meeting.id}>
            <div className="ledger__m">
              <Margin edtf={meeting.edtf} timeZone={meeting.timeZone} year={year} />
            </div>
            <div className="ledger__b">
              <h4>
                <A to={`/meetings/${meeting.slug}`}>
                  {meeting.status === 'cancelled' ? <s>{frenchSpaces(meeting.title)}</s> : frenchSpaces(meeting.title)}
                </A>
              </h4>
              <p className="meta">{factsOf(meeting)}</p>
            </div>
            <div className="ledger__e">
              <State meeting={meeting} answer={answers[meeting.id]} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function factsOf({ edtf, placeName, online, themes }: MeetingRow): string {
  const where = placeName && online ? m.groups_place_and_online({ place: placeName }) : placeName || (online ? m.groups_online() : '');
  return [whenOf(edtf).toConfirm ? sentenceCase(m.groups_to_confirm()) : '', where, ...themes].filter(Boolean).join(' · ');
}

function State({ meeting, answer }: { meeting: MeetingRow; answer: Answer | undefined }) {
  if (meeting.minutesVersion !== null)
    return (
      <A className="tag tag--ok" to={`/minutes/${meeting.slug}`}>
        <Icon name="seal-check" />
        {m.groups_minutes_published()}
      </A>
    );
  if (meeting.status === 'cancelled') return <Tag look="late">{m.groups_cancelled()}</Tag>;
  if (meeting.status === 'draft') return <Tag look="warn">{m.groups_draft()}</Tag>;
  if (answer !== undefined) return <OwnAnswer meeting={meeting} answer={answer} />;
  return meeting.visibility === 'members' ? <Tag icon="lock-simple">{m.groups_for_members()}</Tag> : null;
}

/** What the viewer answered; a button while they did not. */
function OwnAnswer({ meeting, answer }: { meeting: MeetingRow; answer: Answer }) {
  switch (answer) {
    case 'none':
      return (
        <A className="btn btn--sm" to={`/meetings/${meeting.slug}#reponse`} aria-label={m.groups_answer_to({ title: meeting.title })}>
          {m.groups_answer()}
        </A>
      );
    case 'in_person':
      return <Tag icon="check">{m.groups_answered_in_person()}</Tag>;
    case 'remote':
      return <Tag icon="check">{m.groups_answered_remote()}</Tag>;
    case 'represented':
      return <Tag icon="check">{m.groups_answered_represented()}</Tag>;
    case 'declined':
      return <Tag>{m.groups_answered_declined()}</Tag>;
  }
}
