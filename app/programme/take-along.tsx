import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Time } from '#app/ui/time.tsx';
import type { EditionDetails } from '#db/programme/read.ts';

interface TakeAlongProps {
  edition: EditionDetails;
  /** The last published one; null: the programme was never published as a whole. */
  version: { number: number; publishedAt: string } | null;
}

/** Ways to take the programme along: on paper, as a file that needs no network, in a calendar; and which version it is. */
export function TakeAlong({ edition, version }: TakeAlongProps) {
  const own = `/editions/${edition.slug}/programme`;
  return (
    <section className="pg-take no-print" aria-labelledby="t-take">
      <h2 id="t-take">{m.programme_take_along()}</h2>
      <p className="row">
        <A className="btn btn--line" to={`${own}/print?paper=a4`}>
          <Icon name="printer" />
          {m.programme_print_a4()}
        </A>
        <A className="btn btn--line" to={`${own}/print?paper=a3`}>
          <Icon name="printer" />
          {m.programme_print_a3()}
        </A>
        <a className="btn btn--line" href={localePath(`${own}.html`)} download>
          <Icon name="download-simple" />
          {m.programme_offline()}
        </a>
        <a className="btn btn--line" href={`/feeds/editions/${edition.slug}.ics`}>
          <Icon name="calendar-plus" />
          {m.programme_to_calendar()}
        </a>
      </p>
      {version ? (
        <p className="meta">
          {m.programme_version({ number: version.number })} <Time iso={version.publishedAt} zone={edition.timeZone} />.{' '}
          <A to={`/editions/${edition.slug}/changes`}>{m.programme_see_changes()}</A>
        </p>
      ) : null}
    </section>
  );
}
