import { ownTime } from '#app/calendar/entries.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { placeOnDays } from '#app/model/place-on-days.ts';
import { whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { GroupRow } from '#db/groups/read.ts';
import { Margin } from './margin.tsx';
import { groupKindName } from './names.ts';

/** Groups, each with its next meeting in the margin, on one clock (IANA name). */
export function GroupLedger({ groups, year, clock }: { groups: readonly GroupRow[]; year: string; clock: string }) {
  return (
    <ul className="ledger">
      {groups.map((group) => (
        <li className="ledger__row" key={group.id}>
          <div className="ledger__m">
            {group.next ? <Margin edtf={group.next.edtf} timeZone={group.next.timeZone} year={year} clock={clock} /> : m.groups_no_date()}
          </div>
          <div className="ledger__b">
            <h3>
              <A to={`/groups/${group.slug}`}>{group.name}</A>
            </h3>
            <p className="meta">{firstLine(group.description) || groupKindName(group)}</p>
            {group.next ? (
              <p className="small">
                {m.groups_next()} <A to={`/meetings/${group.next.slug}`}>{group.next.title}</A>
                {`, ${nextInWords(group.next, clock)}`}
              </p>
            ) : null}
          </div>
          <div className="ledger__e">{group.visibility === 'members' ? <Tag icon="lock-simple">{m.groups_for_members()}</Tag> : null}</div>
        </li>
      ))}
    </ul>
  );
}

/** « mardi 24 novembre », with the hour where the meeting is when its clock shows another: « (9 h à Port-au-Prince) ». */
function nextInWords({ edtf, timeZone }: { edtf: string; timeZone: string }, clock: string): string {
  const own = whenOf(edtf);
  const hours = placeOnDays(own, timeZone, clock)?.hours;
  const when = own.kind === 'time' && hours ? { ...own, ...hours } : own;
  const { date } = formatWhen(when, { zone: clock, locale: getLocale(), year: false });
  const there = hours ? ownTime(own, timeZone, hours) : '';
  return there ? `${date} (${there})` : date;
}

const LONGEST_LINE = 160;

/** The first line of a description, cut between words where it is long. */
function firstLine(description: string): string {
  const characters = [...(description.split('\n', 1)[0] ?? '')];
  if (characters.length <= LONGEST_LINE) return characters.join('');
  const start = characters.slice(0, LONGEST_LINE).join('');
  return `${start.replace(/[\s,;:]+\S*$/u, '')}…`;
}
