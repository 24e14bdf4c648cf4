import { data, redirect } from 'react-router';
import { PersonalFeeds } from '#app/calendar/personal-feeds.tsx';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { MOST_PERSONAL_FEEDS } from '#app/model/calendar.ts';
import { parseRevision } from '#app/model/revision.ts';
import { isUuid } from '#app/model/uuid.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { listSessions, readProfile } from '#db/accounts/read.ts';
import { listPersonalFeeds } from '#db/calendar/read-personal-feeds.ts';
import { enterSelf } from '#server/accounts/access.ts';
import { editProfile } from '#server/accounts/edit-profile.ts';
import { endSessions } from '#server/accounts/end-sessions.ts';
import { clearedSessionCookie } from '#server/accounts/session-cookie.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/account.route.ts';
import { ProfileForm } from './profile-form.tsx';
import { SessionsList } from './sessions-list.tsx';
import './accounts.css';

export function meta(): Route.MetaDescriptors {
  return [{ title: m.accounts_page() }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer, session } = requestOf(context);
  const self = enterSelf(viewer, '/account');
  const [profile, sessions, feeds] = await Promise.all([
    readProfile(services.db, self),
    listSessions(services.db, self, services.clock.now().toString()),
    listPersonalFeeds(services.db, self, MOST_PERSONAL_FEEDS),
  ]);
  const done = new URL(request.url).searchParams.get('done');
  return { profile, sessions: sessions.map((row) => ({ ...row, current: row.id === session?.id })), feeds, done };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer, session } = requestOf(context);
  const { personId } = enterSelf(viewer, '/account');
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  switch (form.get('intent')) {
    case 'profile': {
      const sent = { givenName: text('givenName'), familyName: text('familyName'), language: text('language'), timeZone: text('timeZone') };
      const revision = parseRevision(form.get('revision')) ?? notFound();
      const result = await editProfile(services, personId, { ...sent, revision });
      if (result.ok) return redirect(localePath('/account?done=profile'));
      const faults = result.reason === 'invalid' ? result.fields : [];
      return data({ sent, faults, conflict: result.reason === 'conflict' }, { status: result.reason === 'conflict' ? 409 : 400 });
    }
    case 'end-session': {
      const id = text('session');
      if (!isUuid(id)) return notFound();
      await endSessions(services, personId, { only: id });
      if (id !== session?.id) return redirect(localePath('/account?done=ended'));
      return redirect(localePath('/'), { headers: { 'Set-Cookie': clearedSessionCookie(services.env) } });
    }
    case 'end-others':
      await endSessions(services, personId, session ? { except: session.id } : {});
      return redirect(localePath('/account?done=ended'));
    default:
      return notFound();
  }
}

export default function Account({ loaderData: { profile, sessions, feeds, done }, actionData }: Route.ComponentProps) {
  return (
    <div className="wrap account">
      <h1>{m.accounts_title()}</h1>
      <p className="lede">{profile.email}</p>
      {done === 'ended' ? (
        <Notice look="ok" role="status">
          {m.accounts_session_ended()}
        </Notice>
      ) : null}
      {done === 'feed-revoked' ? (
        <Notice look="ok" role="status">
          {m.calendar_mine_revoked()}
        </Notice>
      ) : null}
      <section className="account__part" aria-labelledby="profile">
        <h2 id="profile">{m.accounts_profile_title()}</h2>
        <ProfileForm
          key={profile.revision}
          stored={profile}
          {...(actionData && { sent: actionData.sent })}
          faults={actionData?.faults ?? []}
          conflict={actionData?.conflict ?? false}
          saved={done === 'profile'}
        />
      </section>
      <p className="account__part">
        <A to="/account/mail">{m.mail_preferences_account_link()}</A>
      </p>
      <PersonalFeeds feeds={feeds} zone={profile.timeZone} on="account" />
      <SessionsList sessions={sessions} zone={profile.timeZone} />
    </div>
  );
}
