import { getLocale } from '#app/locale.ts';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { shortMonth } from '#app/model/when-in-margin.ts';
import { Breadcrumb, type Crumb } from '#app/ui/breadcrumb.tsx';
import type { EditionDetails } from '#db/programme/read.ts';

interface EditionHeadProps {
  edition: EditionDetails;
  title: string;
  crumbs: Crumb[];
  /** Without summary and days: organisers know them, and come to work. */
  brief?: boolean;
}

/** Title, place and summary, and the days in large. */
export function EditionHead({ edition, title, crumbs, brief = false }: EditionHeadProps) {
  if (brief)
    return (
      <div className="wrap pg-head">
        <Breadcrumb crumbs={crumbs} />
        <h1>{title}</h1>
      </div>
    );
  return (
    <div className="wrap pg-head">
      <Breadcrumb crumbs={crumbs} />
      <div className="pg-head__g">
        <div>
          <h1>{title}</h1>
          <p className="lede">
            {[edition.place, frenchSpaces(edition.summary)].filter(Boolean).join(edition.place.endsWith('.') ? ' ' : '. ')}
          </p>
        </div>
        <EditionDates startsOn={edition.startsOn} endsOn={edition.endsOn} />
      </div>
    </div>
  );
}

/** First and last day as on the poster; « 18 | 19 sept. 2023 ». */
export function EditionDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  const locale = getLocale();
  const when = startsOn === endsOn ? ({ kind: 'day', day: startsOn } as const) : ({ kind: 'span', from: startsOn, to: endsOn } as const);
  const days = startsOn === endsOn ? [startsOn] : [startsOn, endsOn];
  return (
    <p className="pg-dates">
      <span className="vh">{sentenceCase(formatWhen({ ...when, toConfirm: false }, { zone: 'UTC', locale }).date)}</span>
      {days.map((day) => (
        <b key={day} aria-hidden="true">
          {Number(day.slice(8))}
        </b>
      ))}
      <span aria-hidden="true">
        {shortMonth(endsOn, locale)}
        <br />
        {endsOn.slice(0, 4)}
      </span>
    </p>
  );
}
