import { describe, expect, test } from 'vitest';
import { calendarOf, dateOf, eventOf, readText, shown, WEST } from './files.ts';

const PARIS = 'Europe/Paris';

describe('clocks that come with the calendar', () => {
  const hours = ['DTSTART;TZID=Customized Time Zone:20261207T160000', 'DTEND;TZID=Customized Time Zone:20261207T170000'];

  test('a VTIMEZONE with any name is believed', () => {
    expect(shown(calendarOf(...WEST, eventOf('UID:1', 'SUMMARY:x', ...hours)))).toEqual([`x: 2026-12-07T16:00/2026-12-07T17:00 ${PARIS}`]);
  });

  test('its change of clocks is the one that counts, also for series', () => {
    const series = eventOf('UID:1', 'SUMMARY:x', ...hours.map((line) => line.replace('202612', '202702')), 'RRULE:FREQ=MONTHLY;COUNT=3');
    expect(shown(calendarOf(...WEST, 'X-WR-TIMEZONE:UTC', series))).toEqual([
      'x: 2027-02-07T15:00/2027-02-07T16:00 UTC',
      'x: 2027-03-07T15:00/2027-03-07T16:00 UTC',
      'x: 2027-04-07T14:00/2027-04-07T15:00 UTC',
    ]);
  });

  test('a known name whose own clocks differ is shown on its real ones', () => {
    // written before Paris would have changed: the file says that its clocks stand at +05:00
    const odd = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const event = eventOf('UID:1', 'SUMMARY:x', 'DTSTART;TZID=Europe/Paris:20261207T160000', 'DURATION:PT1H');
    expect(shown(calendarOf(...odd, event))).toEqual([`x: 2026-12-07T12:00/2026-12-07T13:00 ${PARIS}`]);
  });

  test('one that lists its changes says nothing after the last of them', () => {
    const listed = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const series = eventOf(
      'UID:1',
      'SUMMARY:x',
      'DTSTART;TZID=Europe/Paris:20261207T160000',
      'DURATION:PT1H',
      'RRULE:FREQ=MONTHLY;INTERVAL=8;COUNT=2',
    );
    expect(shown(calendarOf(...listed, series))).toEqual([
      `x: 2026-12-07T16:00/2026-12-07T17:00 ${PARIS}`,
      `x: 2027-08-07T16:00/2027-08-07T17:00 ${PARIS}`,
    ]);
  });

  test('floating hours and whole days are of X-WR-TIMEZONE; unknown zones are named', () => {
    const { events, report } = readText(
      calendarOf('X-WR-TIMEZONE:America/Martinique', eventOf('UID:1', 'DTSTART;TZID=Mars:20261207T090000', 'DURATION:PT1H')),
    );
    expect(events).toMatchObject([{ edtf: '2026-12-07T09:00/2026-12-07T10:00', timeZone: 'America/Martinique' }]);
    expect(report.unknownZones).toEqual(['Mars']);
  });

  test('a VTIMEZONE that never ends its changes costs no time', () => {
    const bomb = [
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=SECONDLY',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    expect(shown(calendarOf(...bomb, eventOf('UID:1', 'SUMMARY:x', 'DTSTART;TZID=X:20261207T160000Z', 'DURATION:PT1H')))).toHaveLength(1);
  });
});

describe('series', () => {
  const weekly = [
    'UID:s',
    'SUMMARY:Lundi',
    'DTSTART;TZID=Europe/Paris:20261207T090000',
    'DTEND;TZID=Europe/Paris:20261207T100000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
  ];

  test('dates left out, moved and cancelled', () => {
    const moved = eventOf('UID:s', 'SUMMARY:Mardi', 'RECURRENCE-ID:20261214T080000Z', 'DTSTART:20261215T080000Z', 'DTEND:20261215T090000Z');
    const cancelled = eventOf('UID:s', 'RECURRENCE-ID;TZID=Europe/Paris:20261221T090000', 'DTSTART:20261221T080000Z', 'STATUS:CANCELLED');
    const without = 'EXDATE;TZID=Europe/Paris:20261228T090000';
    expect(shown(calendarOf(eventOf(...weekly, without), moved, cancelled))).toEqual([
      `Lundi: 2026-12-07T09:00/2026-12-07T10:00 ${PARIS}`,
      `Mardi: 2026-12-15T09:00/2026-12-15T10:00 ${PARIS}`,
    ]);
  });

  test('a change without its series, and a series that is cancelled as a whole', () => {
    const alone = eventOf('UID:t', 'SUMMARY:Seul', 'RECURRENCE-ID:20261214T080000Z', 'DTSTART:20261215T080000Z', 'DURATION:PT1H');
    expect(shown(calendarOf(eventOf(...weekly, 'STATUS:CANCELLED'), alone))).toEqual([`Seul: 2026-12-15T09:00/2026-12-15T10:00 ${PARIS}`]);
  });

  test('a day left out of a series with hours (Exchange), further dates, and an end in universal time', () => {
    const lines = [
      ...weekly.slice(0, 4),
      'RRULE:FREQ=WEEKLY;UNTIL=20261221T080000Z',
      'EXDATE;VALUE=DATE:20261214',
      'RDATE:20261223T080000Z',
    ];
    expect(shown(calendarOf(eventOf(...lines))).map((each) => each.slice(7, 17))).toEqual(['2026-12-07', '2026-12-21', '2026-12-23']);
  });

  test('wall time stays over the change of clocks, and every date has a name of its own', () => {
    const { events } = readText(calendarOf(eventOf(...weekly.slice(0, 4), 'RRULE:FREQ=MONTHLY;COUNT=6')));
    expect(new Set(events.map(({ edtf }) => edtf.slice(10, 16)))).toEqual(new Set(['T09:00']));
    expect(events.map(({ recurrenceId }) => recurrenceId.slice(10))).toEqual([
      ...Array(4).fill('T08:00:00Z'),
      ...Array(2).fill('T07:00:00Z'),
    ]);
  });

  test('birthdays since 1950 take no time and show what is near', () => {
    expect(dateOf('DTSTART;VALUE=DATE:19501205', 'RRULE:FREQ=YEARLY')).toEqual([`2026-12-05 ${PARIS}`, `2027-12-05 ${PARIS}`]);
  });
});
