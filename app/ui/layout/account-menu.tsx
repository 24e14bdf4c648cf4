import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { Site } from './use-site.ts';

export function AccountMenu({ viewer }: { viewer: NonNullable<Site['viewer']> }) {
  return (
    <details className="mast__account">
      <summary className="who">
        <span className="vh">{m.common_my_account()}</span>
        <Avatar id={viewer.id} name={viewer.name} />
        <span className="who__n">{viewer.name}</span>
        <Icon name="caret-down" />
      </summary>
      <ul className="mast__pop">
        {viewer.organises ? (
          <>
            <li>
              <A to="/meetings/new">
                <Icon name="calendar-plus" />
                {m.common_new_meeting()}
              </A>
            </li>
            <li>
              <A to="/groups/new">
                <Icon name="users-three" />
                {m.common_new_group()}
              </A>
            </li>
          </>
        ) : null}
        {viewer.organises ? (
          <li>
            <A to="/mails">
              <Icon name="envelope-simple" />
              {m.outbox_failed_title()}
            </A>
          </li>
        ) : null}
        <li>
          <A to="/account">
            <Icon name="user" />
            {m.common_account()}
          </A>
        </li>
        <li>
          <form method="post" action={localePath('/sign-out')}>
            <button type="submit">
              <Icon name="sign-out" />
              {m.common_sign_out()}
            </button>
          </form>
        </li>
      </ul>
    </details>
  );
}
