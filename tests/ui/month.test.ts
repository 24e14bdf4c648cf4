import { describe, expect, test } from 'vitest';
import { type MonthItem, monthWeeks } from '#app/ui/month/month-weeks.ts';

const item = (key: string, from: string, until = from): MonthItem => ({
  ...{ key, to: `/meetings/${key}`, title: key, time: '', look: 'dalc', cancelled: false },
  ...{ from, until },
});
const allDays = (month: string, items: MonthItem[] = [], today = '2022-06-14') => monthWeeks(month, today, items).flat();
const on = (day: string, items: MonthItem[]) => allDays(day.slice(0, 7), items).find((each) => each.day === day);

describe('a month', () => {
  test('begins on a Monday, ends on a Sunday, and holds each of its days once', () => {
    for (const [month, weeks] of Object.entries({ '2022-06': 5, '2021-02': 4, '2023-10': 6, '2024-02': 5 })) {
      const days = allDays(month);
      expect(days.length).toBe(weeks * 7);
      expect(Temporal.PlainDate.from(days[0]?.day ?? '').dayOfWeek).toBe(1);
      expect(days.filter((day) => day.inMonth).length).toBe(Temporal.PlainYearMonth.from(month).daysInMonth);
    }
  });

  test('marks today and the weekends', () => {
    expect(
      allDays('2022-06')
        .filter((day) => day.today)
        .map((day) => day.day),
    ).toEqual(['2022-06-14']);
    expect(allDays('2022-06').find((day) => day.day === '2022-06-18')?.weekend).toBe(true);
  });

  test('shows a meeting on its day only', () => {
    const days = allDays('2022-06', [item('point', '2022-06-20')]);
    expect(days.filter((day) => day.pieces.length > 0).map((day) => day.day)).toEqual(['2022-06-20']);
  });

  test('draws what lasts several days as one bar, named again on each Monday', () => {
    const week = [item('semaine', '2022-06-09', '2022-06-14')];
    const pieces = allDays('2022-06', week).flatMap((day) => day.pieces.map((piece) => ({ day: day.day, ...piece })));
    expect(pieces.map((piece) => 'shape' in piece && piece.shape)).toEqual(['start', 'middle', 'middle', 'middle', 'middle', 'end']);
    const named = pieces.filter((piece) => 'titleDays' in piece && piece.titleDays > 0);
    expect(named.map((piece) => piece.day)).toEqual(['2022-06-09', '2022-06-13']);
  });

  test('keeps two bars that meet at heights of their own', () => {
    const items = [item('forum', '2022-06-20', '2022-06-22'), item('congres', '2022-06-22', '2022-06-24')];
    expect(on('2022-06-23', items)?.pieces.map((piece) => piece.item?.key ?? 'gap')).toEqual(['gap', 'congres']);
    expect(on('2022-06-22', items)?.pieces.map((piece) => piece.item?.key)).toEqual(['forum', 'congres']);
  });

  test('says how many found no room on a full day', () => {
    const many = Array.from({ length: 9 }, (_, index) => item(`s${index}`, '2022-06-21'));
    const day = on('2022-06-21', many);
    expect((day?.pieces.length ?? 0) + (day?.more ?? 0)).toBe(9);
    expect(day?.more).toBeGreaterThan(0);
  });

  test('shows the part of a long bar that falls in it', () => {
    const long = [item('annee', '2022-01-01', '2022-12-31')];
    expect(allDays('2022-06', long).every((day) => day.pieces.length === 1)).toBe(true);
  });
});
