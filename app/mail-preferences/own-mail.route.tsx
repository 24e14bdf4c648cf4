import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { readForm } from '#server/http/read-form.ts';
import { enterOwnMails } from '#server/mail-preferences/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/own-mail.route.ts';
import { answerPreferences, readPreferences } from './answer-form.server.ts';
import { PreferencesForm } from './preferences-form.tsx';
import './mail-preferences.css';

const PATH = '/account/mail';

export const meta: Route.MetaFunction = () => [{ title: `${m.mail_preferences_title()} · ${m.common_brand()}` }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterOwnMails(services, viewer, PATH);
  const saved = new URL(request.url).searchParams.get('done') === 'saved';
  return { ...(await readPreferences(services, scope)), address: scope.address, saved };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterOwnMails(services, viewer, PATH);
  return (await answerPreferences(services, scope, await readForm(request))) ?? redirect(localePath(`${PATH}?done=saved`));
}

/** Which mails one gets, and when. */
export default function OwnMail({ loaderData: { address, saved, ...preferences }, actionData }: Route.ComponentProps) {
  const sent = actionData?.sent ?? null;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: '/account', label: m.accounts_title() }]} />
      <h1>{m.mail_preferences_title()}</h1>
      <p className="lede mailstop__address">{address ?? m.mail_preferences_no_address()}</p>
      <PreferencesForm {...preferences} sent={sent} saved={saved && !sent} action={localePath(PATH)} />
    </div>
  );
}
