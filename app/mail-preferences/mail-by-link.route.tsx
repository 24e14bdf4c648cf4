import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { readForm } from '#server/http/read-form.ts';
import { enterByToken, findByToken } from '#server/mail-preferences/access.ts';
import { refuseKind, takeRefusalBack } from '#server/mail-preferences/refuse-kind.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/mail-by-link.route.ts';
import { answerPreferences, readPreferences } from './answer-form.server.ts';
import { DeadUnsubscribeLink } from './dead-unsubscribe-link.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { REFUSE, UNDO } from './unsubscribe-form.tsx';
import './mail-preferences.css';

export const meta: Route.MetaFunction = () => [
  { title: `${m.mail_preferences_title()} · ${m.common_brand()}` },
  { name: 'robots', content: 'noindex' },
];

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const found = await findByToken(services, params.token);
  if (!found) return data(null, { status: 404 });
  const { scope, address } = found;
  const saved = new URL(request.url).searchParams.get('done') === 'saved';
  return { ...(await readPreferences(services, scope)), address, saved, path: `/unsubscribe/${params.token}/preferences` };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const { scope, kind } = await enterByToken(services, params.token);
  const form = await readForm(request);
  const page = localePath(`/unsubscribe/${params.token}`);
  switch (form.get('intent')) {
    case REFUSE:
      await refuseKind(services, { scope, kind, by: 'page' });
      return redirect(page);
    case UNDO:
      await takeRefusalBack(services, { scope, kind });
      return redirect(page);
    default:
      return (await answerPreferences(services, scope, form)) ?? redirect(`${page}/preferences?done=saved`);
  }
}

/** The same choices as in the account, for exactly the address that the link was sent to. */
export default function MailByLink({ loaderData, actionData }: Route.ComponentProps) {
  if (!loaderData) return <DeadUnsubscribeLink />;
  const { address, saved, path, ...preferences } = loaderData;
  const sent = actionData?.sent ?? null;
  return (
    <div className="wrap fm-head stack">
      <h1>{m.mail_preferences_title()}</h1>
      <p className="lede mailstop__address">{address}</p>
      <PreferencesForm {...preferences} sent={sent} saved={saved && !sent} action={localePath(path)} />
    </div>
  );
}
