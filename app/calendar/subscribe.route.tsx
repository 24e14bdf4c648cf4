import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { davPath, feedOfFilters, feedPath, MOST_PERSONAL_FEEDS } from '#app/model/calendar.ts';
import { countFilters, parseFeedFilters } from '#app/model/feed-filters.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Notice } from '#app/ui/notice.tsx';
import { listCalendarChoices } from '#db/calendar/read-choices.ts';
import { listPersonalFeeds } from '#db/calendar/read-personal-feeds.ts';
import { enterSelf } from '#server/accounts/access.ts';
import { createPersonalFeed } from '#server/calendar/create-personal-feed.ts';
import { nameFeed } from '#server/calendar/feed-name.ts';
import { revokePersonalFeed } from '#server/calendar/revoke-personal-feed.ts';
import { rotatePersonalFeed } from '#server/calendar/rotate-personal-feed.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/subscribe.route.ts';
import { subscribeAddress } from './calendar-address.ts';
import { DavAccess, OtherForms } from './dav-access.tsx';
import { type FeedOption, feedSorts, findOption } from './feed-choice.ts';
import { FeedDestinations } from './feed-destinations.tsx';
import { feedLinks } from './feed-links.ts';
import { FeedPicker } from './feed-picker.tsx';
import { NewPersonalFeed } from './new-personal-feed.tsx';
import { readFeedForm } from './personal-feed-form.ts';
import { PersonalFeeds } from './personal-feeds.tsx';
import './subscribe.css';

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const chosen = loaderData && (loaderData.filtered ?? findOption(feedSorts(loaderData.choices), loaderData.address));
  return [{ title: m.calendar_subscribe_page_title() }, ...(chosen ? feedLinks(chosen.feed, chosen.name) : [])];
}

const NOTHING = { name: '', holds: 'groups', alarmMinutes: null } as const;

// the answer to a creation holds the secret: nobody keeps a copy
export function headers({ actionHeaders }: Route.HeadersArgs): Headers {
  return actionHeaders;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const params = new URL(request.url).searchParams;
  const address = params.get('feed') ?? 'all';
  const publicScope = await enterNetwork(services, null);
  const filters = parseFeedFilters(params) ?? notFound();
  const [choices, filtered] = await Promise.all([
    listCalendarChoices(services.db, publicScope),
    countFilters(filters) > 0 ? nameFeed(services, feedOfFilters(filters)) : null,
  ]);
  const mine = address === 'mine' && viewer ? await listPersonalFeeds(services.db, enterSelf(viewer, '/account'), MOST_PERSONAL_FEEDS) : [];
  return {
    choices,
    filtered: filtered ?? (countFilters(filters) > 0 ? notFound() : null),
    address,
    origin: services.env.appUrl,
    viewer: viewer && { timeZone: viewer.timeZone },
    mine,
    newId: crypto.randomUUID(),
    revoked: params.get('done') === 'revoked',
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const self = enterSelf(viewer, subscribeAddress('mine'));
  const form = await readForm(request);
  const id = parseUuid(form.get('id')) ?? notFound();
  switch (form.get('intent')) {
    case 'create': {
      const values = readFeedForm(form);
      const result = await createPersonalFeed(services, self, { id, ...values });
      return data({ result, values }, { status: result.ok ? 200 : 400, headers: { 'Cache-Control': 'no-store' } });
    }
    case 'rotate': {
      const result = await rotatePersonalFeed(services, self, id);
      return data({ result, values: undefined }, { status: result.ok ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
    }
    case 'revoke':
      await revokePersonalFeed(services, self, id);
      return redirect(localePath(form.get('on') === 'account' ? '/account?done=feed-revoked' : `${subscribeAddress('mine')}&done=revoked`));
    default:
      return notFound();
  }
}

export default function SubscribePage({ loaderData, actionData }: Route.ComponentProps) {
  const { choices, filtered, address, origin, viewer, mine, newId, revoked } = loaderData;
  const sorts = feedSorts(choices);
  const chosen: FeedOption | 'mine' =
    address === 'mine' ? 'mine' : (filtered ?? findOption(sorts, address) ?? { feed: { of: 'all' }, name: m.calendar_feed_all() });
  const dav = chosen === 'mine' ? null : davPath(chosen.feed);
  return (
    <div className="wrap subscribe">
      <h1>{m.calendar_subscribe_title()}</h1>
      <p className="lede">{m.calendar_subscribe_lede()}</p>
      {revoked ? (
        <Notice look="ok" role="status">
          {m.calendar_mine_revoked()}
        </Notice>
      ) : null}
      <div className="subscribe__b">
        <FeedPicker sorts={sorts} chosen={chosen} />
        <section aria-labelledby="t-where">
          <h2 id="t-where">{m.calendar_subscribe_step_where()}</h2>
          {chosen === 'mine' ? (
            <NewPersonalFeed signedIn={viewer !== null} id={newId} result={actionData?.result} values={actionData?.values ?? NOTHING} />
          ) : (
            <>
              <p className="subscribe__chosen">{m.calendar_subscribe_chosen({ name: chosen.name })}</p>
              <FeedDestinations address={origin + feedPath(chosen.feed)} name={chosen.name} />
              {dav ? <DavAccess address={origin + dav} password={null} /> : null}
              <OtherForms feed={chosen.feed} />
            </>
          )}
        </section>
      </div>
      {chosen === 'mine' && viewer ? <PersonalFeeds feeds={mine} zone={viewer.timeZone} on="subscribe" /> : null}
      <section className="subscribe__when" aria-labelledby="t-delays">
        <h2 id="t-delays">{m.calendar_delays_title()}</h2>
        <p>{m.calendar_delays()}</p>
        <p>{m.calendar_fuzzy_why()}</p>
      </section>
    </div>
  );
}
