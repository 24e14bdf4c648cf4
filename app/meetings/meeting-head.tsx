import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Visibility } from '#app/model/groups.ts';
import type { MeetingKind, MeetingStatus } from '#app/model/meetings.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { kindLabel } from './labels.ts';
import { placeLine } from './meeting-aside.tsx';
import type { MeetingTimes } from './meeting-view.ts';

interface MeetingHeadProps {
  meeting: {
    title: string;
    kind: MeetingKind;
    status: MeetingStatus;
    visibility: Visibility;
    cancelReason: string;
    placeName: string;
    online: boolean;
    groupSlug: string;
    groupName: string;
    editionSlug: string | null;
    editionName: string | null;
  };
  times: MeetingTimes;
  /** Under the tags: where it belongs. */
  below?: ReactNode;
}

/** Title, date and place, and what is particular about the meeting: a draft, reserved, cancelled. */
export function MeetingHead({ meeting, times, below }: MeetingHeadProps) {
  const { title, kind, status, visibility, cancelReason, placeName, online, groupSlug, groupName, editionSlug, editionName } = meeting;
  const where = placeLine({ place: placeName, online });
  return (
    <div className="m-head">
      <Breadcrumb crumbs={[{ to: `/groups/${groupSlug}`, label: groupName }]} />
      <h1>{frenchSpaces(title)}</h1>
      <div className="m-when">
        {times.big ? (
          <span className={times.big.length > 3 ? 'm-when__d m-when__d--long' : 'm-when__d'} aria-hidden="true">
            {times.big}
          </span>
        ) : null}
        <p>
          <b className={status === 'cancelled' ? 'struck' : undefined}>{times.full}</b>
          {times.forReader ? <span className="m-when__you">{m.meetings_your_time({ time: times.forReader })}</span> : null}
          {times.distance && status !== 'cancelled' ? `${capital(times.distance)}. ` : ''}
          {where}
        </p>
      </div>
      <p className="m-tags">
        {status === 'cancelled' ? <Tag look="late">{m.meetings_cancelled_tag()}</Tag> : null}
        {status === 'draft' ? <Tag look="soft">{m.meetings_draft_tag()}</Tag> : null}
        {kind === 'group_meeting' ? null : <Tag>{kindLabel(kind)}</Tag>}
        {visibility === 'members' ? <Tag icon="lock-simple">{m.meetings_members_tag()}</Tag> : null}
        {editionSlug && editionName ? (
          <A className="small" to={`/editions/${editionSlug}/programme`}>
            {m.meetings_part_of_edition({ edition: editionName })}
          </A>
        ) : null}
      </p>
      {below}
      {status === 'cancelled' ? (
        <Notice look="warn">
          <b>{m.meetings_was_cancelled()}</b>
          {cancelReason ? <p className="lines">{cancelReason}</p> : null}
        </Notice>
      ) : null}
      {status === 'draft' ? <Notice>{m.meetings_draft_notice()}</Notice> : null}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
