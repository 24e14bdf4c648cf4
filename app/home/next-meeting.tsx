import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { clockOf } from '#app/model/time-zones.ts';
import { whenOf } from '#app/model/when.ts';
import { daysOf } from '#app/model/when-in-margin.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { AfterThat } from './after-that.tsx';
import { BigDate } from './big-date.tsx';
import { Clocks } from './clocks.tsx';
import type { HomeData } from './home.route.tsx';
import { daysUntil } from './next-meetings.ts';

type NextMeetingProps = Pick<HomeData, 'after' | 'today' | 'now' | 'zone' | 'readerZone' | 'invited'> & {
  next: NonNullable<HomeData['next']>;
};

/** The band: the next meeting in large, those after it, and its hour on four clocks. */
export function NextMeeting({ next, after, today, now, zone, readerZone, invited }: NextMeetingProps) {
  const when = whenOf(next.edtf);
  const { time, zoneNote } = formatWhen(when, { zone: next.timeZone, locale: getLocale(), readerZone });
  const place = [next.placeName, next.online ? m.home_online() : ''].filter(Boolean).join(m.home_place_and());
  return (
    <section className="band" aria-labelledby="next">
      <div className="wrap next">
        <div className="next__main">
          <p className="kicker next__top" id="next">
            {m.home_next({ distance: distanceTo(next, today, now) })}
          </p>
          <div className="next__grid">
            <BigDate when={when} />
            <div>
              <h2 className="next__t">
                <A to={`/meetings/${next.slug}`}>{frenchSpaces(next.title)}</A>
              </h2>
              <ul className="next__facts">
                <li>
                  <Icon name="clock" />
                  <span>
                    {time ? m.home_time_in_city({ time, clock: clockOf(next.timeZone, getLocale()) }) : m.home_time_to_confirm()}
                    {zoneNote ? m.home_reader_time({ note: zoneNote }) : null}
                    {when.toConfirm ? m.home_date_to_confirm() : null}
                  </span>
                </li>
                {place ? (
                  <li>
                    <Icon name={next.placeName ? 'map-pin' : 'video-camera'} />
                    <span>{sentenceCase(place)}</span>
                  </li>
                ) : null}
              </ul>
              <div className="row next__cta">
                <A className="btn btn--brass btn--lg" to={invited ? `/meetings/${next.slug}#reponse` : `/meetings/${next.slug}`}>
                  {invited ? m.home_answer() : m.home_see_meeting()}
                </A>
                <A className="btn btn--onband btn--lg" to={`/meetings/${next.slug}#t-agenda`}>
                  {m.home_see_agenda()}
                </A>
              </div>
            </div>
          </div>
        </div>
        <AfterThat after={after} today={today} zone={zone} />
      </div>
      {when.kind === 'time' ? <Clocks when={when} zone={next.timeZone} /> : null}
    </section>
  );
}

/** « aujourd’hui », « demain », « dans 6 jours », « en ce moment ». */
function distanceTo(next: NextMeetingProps['next'], today: string, now: string): string {
  if (next.startsAt && Temporal.Instant.compare(next.startsAt, now) <= 0) return m.home_now();
  const days = daysUntil(daysOf(whenOf(next.edtf))?.from ?? today, today);
  return new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(Math.max(0, days), 'day');
}

/** The band of a network that has nothing on a known day. */
export function NothingPlanned({ after, today, zone }: Pick<HomeData, 'after' | 'today' | 'zone'>) {
  return (
    <section className="band" aria-labelledby="next">
      <div className="wrap next">
        <div className="next__main stack">
          <h2 className="next__t" id="next">
            {m.home_nothing_planned()}
          </h2>
          <p>{m.home_nothing_planned_why()}</p>
          <p className="row">
            <A className="btn btn--brass btn--lg" to="/subscribe">
              {m.common_subscribe()}
            </A>
          </p>
        </div>
        <AfterThat after={after} today={today} zone={zone} />
      </div>
    </section>
  );
}
