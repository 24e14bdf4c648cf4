import { getLocale, localePath, locales } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import copyScript from '#app/ui/copy-line.js?url';
import { listCalendarChoices } from '#db/calendar/read-choices.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/embed-code.route.ts';
import { calendarAddress, readPlace } from './calendar-place.ts';
import { checkFilters } from './check-filters.ts';
import { EmbedChoices } from './embed-choices.tsx';
import { embedAddress, fragmentAddress, limitOf, lookOf } from './embed-options.ts';
import { PlaceFaults } from './place-faults.tsx';
import { SnippetToCopy } from './snippet-to-copy.tsx';
import './calendar.css';
import './embed-code.css';

export function meta(): Route.MetaDescriptors {
  return [{ title: m.calendar_embed_page_title() }, { name: 'robots', content: 'noindex' }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const { searchParams: params } = new URL(request.url);
  // what other sites show is what everyone may see
  const choices = await listCalendarChoices(services.db, await enterNetwork(services, null));
  const today = services.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
  const read = readPlace(params, today);
  const { place, faults } = checkFilters(read.place, choices);
  return {
    // a frame opens on the present, whenever that is
    place: { ...place, date: undefined, page: undefined },
    faults: [...read.faults, ...faults],
    ...{ look: lookOf(params), limit: limitOf(params), language: locales.find((each) => each === params.get('language')) ?? getLocale() },
    origin: services.env.appUrl,
  };
}

export default function EmbedCodePage({ loaderData: { place, faults, look, limit, language, origin } }: Route.ComponentProps) {
  const frame = origin + localePath(embedAddress(place, look), language);
  const fragment = origin + localePath(fragmentAddress(place, limit), language);
  const title = m.calendar_title({}, { locale: language });
  return (
    <div className="wrap cal-code">
      <Breadcrumb crumbs={[{ to: calendarAddress(place), label: m.calendar_title() }]} />
      <h1>{m.calendar_embed_title()}</h1>
      <p className="lede">{m.calendar_embed_lede()}</p>
      <PlaceFaults faults={faults} />
      <EmbedChoices {...{ place, look, limit, language }} />
      <section aria-labelledby="t-frame">
        <h2 id="t-frame">{m.calendar_embed_frame_title()}</h2>
        <p>{m.calendar_embed_frame_why()}</p>
        <SnippetToCopy
          id="frame-code"
          label={m.calendar_embed_frame_code()}
          code={`<iframe src="${escapeAttribute(frame)}" title="${escapeAttribute(title)}" width="100%" height="760" loading="lazy" style="border:0"></iframe>`}
        />
        <iframe
          className="cal-code__see"
          src={localePath(embedAddress(place, look), language)}
          title={m.calendar_embed_preview()}
          loading="lazy"
        />
      </section>
      <section aria-labelledby="t-fragment">
        <h2 id="t-fragment">{m.calendar_embed_fragment_title()}</h2>
        <p>{m.calendar_embed_fragment_why()}</p>
        <SnippetToCopy id="fragment-code" label={m.calendar_embed_fragment_code()} code={fragment} />
      </section>
      <p className="hint" role="status" data-copy-says="" />
      <p>{m.calendar_embed_privacy()}</p>
      <script type="module" src={copyScript} />
    </div>
  );
}

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
