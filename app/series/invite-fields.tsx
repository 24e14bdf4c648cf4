import { Section } from '#app/meetings/meeting-form.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { SERIES_INVITES, type SeriesInvite } from '#app/model/series.ts';
import { Check } from '#app/ui/check.tsx';

/** Whether the group's members are invited, and how many mails that is. `dates`: how many meetings are made; null: not known yet. */
export function InviteFields({ chosen, members, dates }: { chosen: string; members: number; dates: number | null }) {
  return (
    <Section id="s-invite" title={m.series_section_invite()}>
      <fieldset>
        <legend className="label">{m.series_invite_label({ count: members })}</legend>
        {SERIES_INVITES.map((invite) => (
          <Check
            key={invite}
            type="radio"
            name="invite"
            value={invite}
            defaultChecked={chosen === invite}
            label={LABELS[invite]()}
            hint={hintOf(invite, members, dates)}
          />
        ))}
      </fieldset>
    </Section>
  );
}

const LABELS = { none: m.series_invite_none, next: m.series_invite_next, all: m.series_invite_all } as const;

function hintOf(invite: SeriesInvite, members: number, dates: number | null): string {
  if (invite === 'none') return m.series_invite_none_hint();
  if (invite === 'next') return m.series_invite_mails({ count: members });
  return dates === null ? m.series_invite_all_hint() : m.series_invite_mails({ count: members * dates });
}
