import { byPeople, type EditionFigures, type EditionSum, originOf, type Share, tell, tellShares } from '#app/model/figures.ts';
import type { EditionScope } from '#app/model/scope.ts';
import { countBySession, countByTheme, countByWork, countByYear, countTotals } from '#db/figures/read.ts';
import { findEdition } from '#db/programme/read.ts';
import type { Services } from '#server/services.ts';

/**
 * Who came to an edition, in numbers. Its organisers see them all, at any time; everybody else once it is over (null before:
 * a count that moves by one tells who just came), and nothing about fewer than LEAST_TOLD people.
 */
export async function readFigures(services: Services, scope: EditionScope): Promise<EditionFigures | null> {
  const { db } = services;
  const exact = scope.can.organise;
  const { today, over } = await timeOf(services, scope);
  if (!exact && !over) return null;
  const [sum, work, sessions, themes, years] = await Promise.all([
    sumOf(services, scope),
    countByWork(db, scope),
    countBySession(db, scope),
    countByTheme(db, scope),
    countByYear(db, { groupId: scope.groupId, before: today }),
  ]);
  const count = exact ? (people: number) => people : tell;
  const shares = <Key extends string>(all: Share<Key>[]) => (exact ? byPeople(all) : tellShares(all));
  return {
    ...sum,
    kinds: shares(summed(work, ({ kind }) => kind)),
    origins: shares(summed(work, ({ country }) => originOf(country))),
    themes: themes.map(({ came, ...theme }) => ({ ...theme, came: count(came) })),
    sessions: sessions.map((session) => ({
      ...session,
      registered: count(session.registered ?? 0),
      came: count(session.came ?? 0),
    })),
    years: years
      .filter(({ endsOn }) => exact || endsOn < today)
      .map(({ slug, name, startsOn, registered, came }) => ({
        ...{ slug, name, year: startsOn.slice(0, 4), registered: count(registered), came: count(came) },
      })),
  };
}

/** The first lines of the same, for the page of an edition that is over; null before, to everybody. */
export async function readSum(services: Services, scope: EditionScope): Promise<EditionSum | null> {
  const { over } = await timeOf(services, scope);
  return over ? sumOf(services, scope) : null;
}

async function sumOf({ db }: Pick<Services, 'db'>, scope: EditionScope): Promise<EditionSum> {
  const { registered, came, organisations, missed, walkIns } = await countTotals(db, scope);
  if (scope.can.organise) return { exact: true, registered, came, organisations, missed, walkIns };
  return { exact: false, registered: tell(registered), came: tell(came), organisations: tell(organisations), missed: null, walkIns: null };
}

async function timeOf({ db, clock }: Pick<Services, 'db' | 'clock'>, scope: EditionScope): Promise<{ today: string; over: boolean }> {
  const { timeZone, endsOn } = await findEdition(db, scope);
  const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return { today, over: endsOn < today };
}

function summed<Row extends { people: number }, Key extends string>(rows: readonly Row[], keyOf: (row: Row) => Key): Share<Key>[] {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.people);
  return [...sums].map(([key, people]) => ({ key, people }));
}
