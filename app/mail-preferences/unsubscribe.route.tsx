import { data } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { readMailChoices } from '#db/mail-preferences/read.ts';
import { findByToken } from '#server/mail-preferences/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/unsubscribe.route.ts';
import { DeadUnsubscribeLink } from './dead-unsubscribe-link.tsx';
import { UnsubscribeForm } from './unsubscribe-form.tsx';
import './mail-preferences.css';

// A POST to this address does not come here: server/mail-preferences/one-click.ts answers it (RFC 8058). The form of this
// page posts to /unsubscribe/:token/preferences. Opening the page changes nothing: mail scanners follow every link.

export const meta: Route.MetaFunction = () => [
  { title: `${m.mail_preferences_stop_page()} · ${m.common_brand()}` },
  { name: 'robots', content: 'noindex' },
];

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const found = await findByToken(services, params.token);
  if (!found) return data(null, { status: 404 });
  const { scope, address, kind } = found;
  const { deliveries } = await readMailChoices(services.db, scope);
  return { address, kind, refused: deliveries[kind] === 'never', token: params.token };
}

export default function Unsubscribe({ loaderData }: Route.ComponentProps) {
  if (!loaderData) return <DeadUnsubscribeLink />;
  return (
    <div className="wrap fm-head stack">
      <h1>{m.mail_preferences_stop_title()}</h1>
      <UnsubscribeForm {...loaderData} />
    </div>
  );
}
