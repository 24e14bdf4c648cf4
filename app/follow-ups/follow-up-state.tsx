import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { ChosenState, FollowUpKind, FollowUpState } from '#app/model/follow-ups.ts';
import { formatDay } from '#app/model/format-when.ts';
import { Tag } from '#app/ui/tag.tsx';
import type { ListedFollowUp } from '#db/follow-ups/read.ts';

/** What a state is called: decisions are carried out or abandoned, actions done or closed. */
export function stateName(kind: FollowUpKind, state: ChosenState): string {
  if (kind === 'decision')
    return state === 'open'
      ? m.follow_ups_state_decided()
      : state === 'done'
        ? m.follow_ups_state_applied()
        : m.follow_ups_state_abandoned();
  return state === 'open' ? m.follow_ups_state_open() : state === 'done' ? m.follow_ups_state_done() : m.follow_ups_state_dropped();
}

const isChosen = (state: FollowUpState): state is ChosenState => state !== 'withdrawn';

/** How a decision or an action stands, in words; for organisers also what its owner said. */
export function FollowUpTags({ row, organise }: { row: ListedFollowUp; organise: boolean }) {
  const unreachable = organise && row.kind === 'action' && row.state === 'open' && row.owner !== '' && row.ownerId === null;
  return (
    <p className="row fu-tags">
      {row.state !== 'open' && isChosen(row.state) ? (
        <Tag look={row.state === 'done' ? 'ok' : 'soft'} {...(row.state === 'done' && { icon: 'check' as const })}>
          {stateName(row.kind, row.state)}
        </Tag>
      ) : null}
      {row.internal ? <Tag icon="lock-simple">{m.follow_ups_internal()}</Tag> : null}
      {unreachable ? <Tag>{m.follow_ups_no_contact()}</Tag> : null}
      {row.declinedAt ? <Tag look="warn">{m.follow_ups_declined()}</Tag> : null}
      {row.askedDue ? <Tag look="warn">{m.follow_ups_asks_date({ date: formatDay(row.askedDue, getLocale()) })}</Tag> : null}
      {row.confirmedAt && row.state === 'open' && !row.askedDue ? <Tag icon="check">{m.follow_ups_confirmed()}</Tag> : null}
    </p>
  );
}
