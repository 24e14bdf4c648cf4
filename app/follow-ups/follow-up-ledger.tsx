import { Form } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isOverdue } from '#app/model/follow-ups.ts';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { ListedFollowUp } from '#db/follow-ups/read.ts';
import { DayMargin } from './day-margin.tsx';
import { FollowUpTags } from './follow-up-state.tsx';

interface FollowUpLedgerProps {
  rows: readonly ListedFollowUp[];
  /** Of the group; its page has the forms. */
  slug: string;
  today: string;
  organise: boolean;
  /** The address that the list comes back to. */
  query: string;
}

/** Decisions and actions, by date in the margin: who, from which meeting, how they stand. */
export function FollowUpLedger({ rows, slug, today, organise, query }: FollowUpLedgerProps) {
  return (
    <ol className="ledger todo fu-list">
      {rows.map((row) => {
        const late = isOverdue(row, today);
        const body = frenchSpaces(row.body);
        return (
          <li className={late ? 'ledger__row late' : 'ledger__row'} key={row.id}>
            <div className="ledger__m">
              {row.kind === 'decision' ? <b>{row.number}</b> : <DayMargin day={row.dueOn} today={today} plain={row.state !== 'open'} />}
            </div>
            <div className="ledger__b">
              <h3 className="fu-body">{body}</h3>
              <Facts row={row} />
              <FollowUpTags row={row} organise={organise} />
              {row.ownerWord ? <p className="small">{m.follow_ups_owner_says({ word: row.ownerWord })}</p> : null}
              {row.outcome ? <p className="small pre">{m.follow_ups_outcome_was({ outcome: row.outcome })}</p> : null}
            </div>
            <div className="ledger__e">
              {organise ? (
                <>
                  {row.kind === 'action' && row.state === 'open' ? (
                    <Form method="post" action={localePath(`/groups/${slug}/follow-ups`) + query}>
                      <input type="hidden" name="followUp" value={row.id} />
                      <SubmitButton size="sm" look="line" name="intent" value="done" aria-label={m.follow_ups_done_button_of({ body })}>
                        {m.follow_ups_done_button()}
                      </SubmitButton>
                    </Form>
                  ) : null}
                  <A
                    className="btn btn--quiet btn--sm"
                    to={`/groups/${slug}/follow-ups/${row.id}`}
                    aria-label={m.follow_ups_edit_of({ body })}
                  >
                    {m.follow_ups_edit()}
                  </A>
                </>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Facts({ row }: { row: ListedFollowUp }) {
  const { date } = formatWhen(whenOf(row.edtf), { zone: row.timeZone, locale: getLocale() });
  const who = row.organisation && row.organisation !== row.owner ? `${row.owner}, ${row.organisation}` : row.owner;
  return (
    <p className="meta">
      {row.kind === 'action' ? <b className="fu-who">{who || m.follow_ups_nobody()}</b> : null}
      <A to={`/minutes/${row.meetingSlug}#b-${row.blockId}`}>
        {m.follow_ups_from({ number: row.number, meeting: frenchSpaces(row.meetingTitle), date })}
      </A>
    </p>
  );
}
