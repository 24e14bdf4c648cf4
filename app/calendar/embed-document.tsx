import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A, LinkAttributes } from '#app/ui/link.tsx';
import type { Theme } from '#app/ui/theme.ts';
import { feedOf, subscribeAddress } from './calendar-address.ts';
import { calendarAddress } from './calendar-place.ts';
import { CalendarViews } from './calendar-views.tsx';
import { embedAddress } from './embed-options.ts';
import type { Calendar } from './load-calendar.server.ts';
import { PlaceFaults } from './place-faults.tsx';

/**
 * The calendar as a whole document for the frame of another site: no masthead, no script, no cookie. What it shows of itself
 * stays in the frame; whatever leads elsewhere opens in the window around it.
 */
export function EmbedDocument({ calendar, look, styles }: { calendar: Calendar; look: Theme; styles: string }) {
  const { place, faults } = calendar;
  return (
    <html lang={getLocale()} data-theme={look}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{m.calendar_title()}</title>
        {/* our own file, whose hash the policy names */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: text in a style element is not escaped as text elsewhere is */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body className="embed">
        <LinkAttributes value={{ target: '_top', rel: 'noopener' }}>
          <main className="cal-page">
            <h1 className="vh">{m.calendar_title()}</h1>
            <PlaceFaults faults={faults} />
            <CalendarViews calendar={calendar} address={(other) => embedAddress(other, look)} target="_self" />
          </main>
          <footer className="embed__f no-print">
            <A to={calendarAddress(place)}>{m.calendar_embed_whole()}</A>
            <A to={subscribeAddress(feedOf(place))}>
              <Icon name="calendar-plus" /> {m.calendar_subscribe_title()}
            </A>
          </footer>
        </LinkAttributes>
      </body>
    </html>
  );
}
