import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Time } from '#app/ui/time.tsx';
import { deviceOf } from './device.ts';
import { MarginTime } from './margin-time.tsx';

export interface ListedSession {
  id: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
  /** The one this page is read with. */
  current: boolean;
}

/** Where the person is signed in, each with the button that ends it. */
export function SessionsList({ sessions, zone }: { sessions: ListedSession[]; zone: string }) {
  return (
    <section className="account__part" aria-labelledby="sessions">
      <h2 id="sessions">{m.accounts_sessions_title()}</h2>
      <p>{m.accounts_sessions_what()}</p>
      <ul className="ledger account__ledger">
        {sessions.map((session) => (
          <li className="ledger__row" key={session.id}>
            <div className="ledger__m">
              <MarginTime iso={session.lastSeenAt} zone={zone} />
            </div>
            <div className="ledger__b">
              <b>{nameOf(session.userAgent)}</b> {session.current ? <Tag look="ok">{m.accounts_session_current()}</Tag> : null}
              <p className="meta">
                {m.accounts_session_since()} <Time iso={session.createdAt} zone={zone} />
              </p>
            </div>
            <div className="ledger__e">
              <Form method="post">
                <input type="hidden" name="session" value={session.id} />
                <SubmitButton
                  look="line"
                  size="sm"
                  name="intent"
                  value="end-session"
                  aria-label={m.accounts_session_end_of({ device: nameOf(session.userAgent) })}
                >
                  {m.accounts_session_end()}
                </SubmitButton>
              </Form>
            </div>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" className="account__all">
          <SubmitButton look="quiet" name="intent" value="end-others">
            {m.accounts_sessions_end_others()}
          </SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

function nameOf(userAgent: string): string {
  const device = deviceOf(userAgent);
  if (!device) return m.accounts_device_unknown();
  const { browser, system } = device;
  return browser && system ? m.accounts_device({ browser, system }) : (browser ?? system ?? '');
}
