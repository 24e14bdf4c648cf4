import { sql } from 'kysely';
import type { Visibility } from '#app/model/groups.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

export interface CalendarChoices {
  /** Groups that this person may see, the network first. */
  groups: { slug: string; name: string; visibility: Visibility }[];
  /** Themes and countries (ISO 3166-1 alpha-2) of meetings that this person may see. */
  themes: { slug: string; name: string }[];
  countries: string[];
  /** Organisations that present a point of the agenda of such meetings; who is merely invited is not told. */
  organisations: { id: string; name: string }[];
  /** Public editions, newest first. */
  editions: { slug: string; name: string; startsOn: string; endsOn: string }[];
}

const MOST = 100;

/** What the calendar can be narrowed to, and subscribed to. */
export async function listCalendarChoices(db: Executor, scope: NetworkScope): Promise<CalendarChoices> {
  const own = scope.groupIds === 'all' ? [] : [...scope.groupIds];
  const [groups, themes, countries, organisations, editions] = await Promise.all([
    db
      .selectFrom('groups')
      .select(['slug', 'name', 'visibility'])
      .where((eb) =>
        eb.or([eb.lit(scope.groupIds === 'all'), eb('visibility', '=', 'public'), ...(own.length > 0 ? [eb('id', 'in', own)] : [])]),
      )
      .orderBy(sql`kind = 'network'`, 'desc')
      .orderBy('name')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('themes')
      .select(['slug', 'name'])
      .where('themes.id', 'in', (eb) =>
        eb
          .selectFrom('meetingThemes')
          .innerJoin('meetings', 'meetings.id', 'meetingThemes.meetingId')
          .select('meetingThemes.themeId')
          .where(visibleMeetings(scope)),
      )
      .orderBy('name')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('meetingCountries')
      .innerJoin('meetings', 'meetings.id', 'meetingCountries.meetingId')
      .select('country')
      .distinct()
      .where(visibleMeetings(scope))
      .orderBy('country')
      .limit(300)
      .execute(),
    db
      .selectFrom('meetings')
      .innerJoin('agendaItems', 'agendaItems.meetingId', 'meetings.id')
      .innerJoin('agendaPresenters', 'agendaPresenters.agendaItemId', 'agendaItems.id')
      .innerJoin('people', 'people.id', 'agendaPresenters.personId')
      .leftJoin('attendances', (join) =>
        join.onRef('attendances.personId', '=', 'people.id').onRef('attendances.meetingId', '=', 'meetings.id'),
      )
      // as db/calendar/matching.ts: the organisation of that day, where it is known
      .innerJoin('organisations', (join) =>
        join.on(
          sql<boolean>`case when attendances.id is null then organisations.id = people.organisation_id else organisations.name = attendances.organisation_name end`,
        ),
      )
      .select(['organisations.id', 'organisations.name'])
      .distinct()
      .where(visibleMeetings(scope))
      .orderBy('organisations.name')
      .limit(300)
      .execute(),
    db
      .selectFrom('editions')
      .innerJoin('groups', 'groups.id', 'editions.groupId')
      .select(['editions.slug', 'editions.name', 'editions.startsOn', 'editions.endsOn'])
      .where('groups.visibility', '=', 'public')
      .orderBy('editions.startsOn', 'desc')
      .limit(20)
      .execute(),
  ]);
  return {
    ...{ groups, themes, organisations, editions },
    countries: countries.map(({ country }) => country),
  };
}
