import { m } from '#app/messages/compiled/messages.js';
import type { MeetingStatus } from '#app/model/meetings.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';

/** What only those who organise the meeting do with it. */
export function OrganiserPanel({ meeting: { slug, status }, over }: { meeting: { slug: string; status: MeetingStatus }; over: boolean }) {
  const path = `/meetings/${slug}`;
  const open = status !== 'cancelled';
  return (
    <nav className="panel organise" aria-labelledby="t-organise">
      <h2 id="t-organise">{m.meetings_organise_title()}</h2>
      <ul>
        {open ? <Tool to={`${path}/edit`} icon="pencil-simple" label={m.meetings_action_edit()} /> : null}
        {open ? <Tool to={`${path}/agenda`} icon="list-numbers" label={m.meetings_action_agenda()} /> : null}
        <Tool to={`${path}/attendees`} icon="users-three" label={m.meetings_action_attendees()} />
        <Tool to={`${path}/mails`} icon="envelope-simple" label={m.outbox_title()} />
        <Tool to={`${path}/minutes`} icon="file-text" label={m.meetings_action_prepare_minutes()} />
        {open ? <Tool to={`${path}/open-notes`} icon="globe-hemisphere-west" label={m.rapporteurs_open_settings()} /> : null}
        {open && !over ? <Tool to={`${path}/live/phones`} icon="device-mobile" label={m.live_polls_phones_title()} /> : null}
        {over || !open ? <Tool to={`${path}/carry-over`} icon="arrow-right" label={m.follow_ups_carry_title()} /> : null}
        {open ? (
          <Tool to={`${path}/cancel`} icon="calendar-x" label={status === 'draft' ? m.meetings_discard_link() : m.meetings_cancel_link()} />
        ) : null}
      </ul>
    </nav>
  );
}

function Tool({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <li>
      <A to={to}>
        <Icon name={icon} />
        {label}
      </A>
    </li>
  );
}
