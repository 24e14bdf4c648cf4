import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { GroupRow } from '#db/groups/read.ts';
import { Margin } from './margin.tsx';
import { groupKindName } from './names.ts';

/** Groups, each with its next meeting in the margin. */
export function GroupLedger({ groups, year }: { groups: readonly GroupRow[]; year: string }) {
  return (
    <ul className="ledger">
      {groups.map((group) => (
        <li className="ledger__row" key={group.id}>
          <div className="ledger__m">
            {group.next ? <Margin edtf={group.next.edtf} timeZone={group.next.timeZone} year={year} /> : m.groups_no_date()}
          </div>
          <div className="ledger__b">
            <h3>
              <A to={`/groups/${group.slug}`}>{group.name}</A>
            </h3>
            <p className="meta">{firstLine(group.description) || groupKindName(group)}</p>
            {group.next ? (
              <p className="small">
                {m.groups_next()} <A to={`/meetings/${group.next.slug}`}>{group.next.title}</A>
                {`, ${formatWhen(whenOf(group.next.edtf), { zone: group.next.timeZone, locale: getLocale(), year: false }).date}`}
              </p>
            ) : null}
          </div>
          <div className="ledger__e">{group.visibility === 'members' ? <Tag icon="lock-simple">{m.groups_for_members()}</Tag> : null}</div>
        </li>
      ))}
    </ul>
  );
}

const LONGEST_LINE = 160;

/** The first line of a description, cut between words where it is long. */
function firstLine(description: string): string {
  const characters = [...(description.split('\n', 1)[0] ?? '')];
  if (characters.length <= LONGEST_LINE) return characters.join('');
  const start = characters.slice(0, LONGEST_LINE).join('');
  return `${start.replace(/[\s,;:]+\S*$/u, '')}…`;
}
