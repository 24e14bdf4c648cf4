import { m } from '#app/messages/compiled/messages.js';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { enterOwn, loadProgramme } from '#app/programme/load-programme.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { findOwnFeed } from '#db/own-programme/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { enterVisitorProgramme } from '#server/own-programme/access.ts';
import { readVisitorCookie } from '#server/own-programme/visitor-cookie.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/own-programme.route.ts';
import { answerOwnForm } from './own-actions.server.ts';
import { OwnDayList } from './own-day-list.tsx';
import { ownDays } from './own-days.ts';
import { OwnFeedPart } from './own-feed.tsx';
import { OtherDevice, TakeOver } from './own-keeping.tsx';
import { OwnTabs } from './own-tabs.tsx';
import '#app/programme/programme.css';
import '#app/programme/programme-phone.css';
import './own-programme.css';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/my-programme`);
  const own = await enterOwn(services, { edition: scope, viewer, request });
  const secret = readVisitorCookie(services.env, request.headers.get('Cookie'));
  const [{ edition, organises, sessions }, feed, before] = await Promise.all([
    loadProgramme(services, scope, own),
    findOwnFeed(services.db, own),
    viewer && secret ? enterVisitorProgramme(services, { edition: scope, secret }) : null,
  ]);
  return {
    ...{ edition, organises, feed },
    /** Opens a visitor's programme elsewhere; null: an account does that, or there is nothing to open. */
    link: !viewer && own.ownProgrammeId ? `${services.env.appUrl}/editions/${edition.slug}/my-programme/${secret}` : null,
    /** What this browser chose before its reader signed in waits to be taken over. */
    chosenBefore: before !== null,
    days: ownDays(sessions),
    count: sessions.filter(({ choice }) => choice !== null).length,
  };
}

/** The page may hold a secret address, and always holds what is nobody else's business. */
export function headers({ actionHeaders }: Route.HeadersArgs): Headers {
  const headers = new Headers(actionHeaders);
  headers.set('Cache-Control', 'private, no-store');
  return headers;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer, ip } = requestOf(context);
  const slug = params.edition;
  const edition = await enterEdition(services, viewer, slug, `/editions/${slug}/my-programme`);
  const secret = readVisitorCookie(services.env, request.headers.get('Cookie'));
  return answerOwnForm(services, { slug, edition, viewer, secret, ip, form: await readForm(request) });
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: m.own_programme_page_title({ edition: loaderData?.edition.name ?? '', brand: m.common_brand() }) },
    { name: 'robots', content: 'noindex' },
  ];
}

export default function OwnProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, organises, feed, link, chosenBefore, days, count } = loaderData;
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
      <EditionNav edition={edition} organises={organises} here="/my-programme" />
      <div className="pg-bar pg-bar--tabs">
        <div className="wrap pg-bar__in">
          <OwnTabs edition={edition.slug} count={count} here="mine" />
        </div>
      </div>
      <div className="wrap own">
        {actionData?.tooOften ? (
          <Notice look="err" role="alert">
            {m.own_programme_too_often()}
          </Notice>
        ) : null}
        {chosenBefore ? <TakeOver edition={edition.slug} /> : null}
        <OwnDayList edition={edition.slug} days={days} count={count} />
        <OwnFeedPart edition={edition} feed={feed} address={actionData?.address ?? null} any={count > 0} />
        {link ? <OtherDevice edition={edition.slug} link={link} /> : null}
      </div>
    </>
  );
}
