import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { loadProgramme } from '#app/programme/load-programme.server.ts';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { enterVisitorProgramme } from '#server/own-programme/access.ts';
import { joinProgrammes } from '#server/own-programme/join-programmes.ts';
import { readVisitorCookie, visitorCookie } from '#server/own-programme/visitor-cookie.ts';
import { findEditionToEnter } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/kept-programme.route.ts';
import '#app/programme/programme.css';
import './own-programme.css';

// Opening the link keeps nothing: a mail program that looks at it first must not make a browser somebody's.

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  // as a visitor, whoever opens it: it is no account's
  const scope = (await findEditionToEnter(services, null, params.edition)) ?? notFound();
  const own = (await enterVisitorProgramme(services, { edition: scope, secret: params.token })) ?? notFound();
  const { edition, sessions } = await loadProgramme(services, scope, own);
  return { edition, count: sessions.filter(({ choice }) => choice !== null).length };
}

export function headers(): HeadersInit {
  return { 'Cache-Control': 'private, no-store' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const edition = (await findEditionToEnter(services, null, params.edition)) ?? notFound();
  const into = (await enterVisitorProgramme(services, { edition, secret: params.token })) ?? notFound();
  // what this browser chose before goes along
  const secret = readVisitorCookie(services.env, request.headers.get('Cookie'));
  const from = secret && (await enterVisitorProgramme(services, { edition, secret }));
  if (from) await joinProgrammes(services, { from, into });
  return redirect(localePath(`/editions/${params.edition}/my-programme`), {
    headers: { 'Set-Cookie': visitorCookie(services.env, params.token) },
  });
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: m.own_programme_page_title({ edition: loaderData?.edition.name ?? '', brand: m.common_brand() }) },
    { name: 'robots', content: 'noindex' },
  ];
}

/** The link of a programme without an account, opened on another device: one press keeps it there. */
export default function KeptProgramme({ loaderData: { edition, count } }: Route.ComponentProps) {
  return (
    <>
      <EditionHead
        edition={edition}
        title={m.own_programme_title()}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${edition.slug}`, label: edition.name },
        ]}
      />
      <div className="wrap own">
        <p className="lede">{m.own_programme_count({ count })}</p>
        <form method="post">
          <SubmitButton>{m.own_programme_keep_here()}</SubmitButton>
        </form>
      </div>
    </>
  );
}
