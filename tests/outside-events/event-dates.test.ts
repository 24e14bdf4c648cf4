import { describe, expect, test } from 'vitest';
import { calendarOf, dateOf, eventOf, readText } from './files.ts';

const PARIS = 'Europe/Paris';

describe('the dates of one event', () => {
  test.each<[string, string[], string]>([
    [
      'hours in UTC are shown on the group’s clock',
      ['DTSTART:20261207T150000Z', 'DTEND:20261207T163000Z'],
      `2026-12-07T16:00/2026-12-07T17:30 ${PARIS}`,
    ],
    [
      'hours of another city stay its own',
      ['DTSTART;TZID=America/Bogota:20261207T090000', 'DTEND;TZID=America/Bogota:20261207T103000'],
      '2026-12-07T09:00/2026-12-07T10:30 America/Bogota',
    ],
    [
      'a name of Windows is a zone',
      ['DTSTART;TZID=SA Pacific Standard Time:20261207T090000', 'DURATION:PT1H'],
      '2026-12-07T09:00/2026-12-07T10:00 America/Bogota',
    ],
    [
      'so is the end of a path',
      ['DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Buenos_Aires:20261207T090000', 'DURATION:PT1H'],
      '2026-12-07T09:00/2026-12-07T10:00 America/Argentina/Buenos_Aires',
    ],
    ['floating hours are the group’s', ['DTSTART:20261207T090000', 'DTEND:20261207T100000'], `2026-12-07T09:00/2026-12-07T10:00 ${PARIS}`],
    [
      'a zone that nobody knows counts as none',
      ['DTSTART;TZID=Chez nous:20261207T090000', 'DTEND;TZID=Chez nous:20261207T100000'],
      `2026-12-07T09:00/2026-12-07T10:00 ${PARIS}`,
    ],
    ['seconds are rounded outwards', ['DTSTART:20261207T090030', 'DTEND:20261207T095930'], `2026-12-07T09:00/2026-12-07T10:00 ${PARIS}`],
    ['a day', ['DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261208'], `2026-12-07 ${PARIS}`],
    ['a day without an end', ['DTSTART;VALUE=DATE:20261207'], `2026-12-07 ${PARIS}`],
    ['a day that does not say that it is one', ['DTSTART:20261207'], `2026-12-07 ${PARIS}`],
    [
      'several days, of which the end is not one',
      ['DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261211'],
      `2026-12-07/2026-12-10 ${PARIS}`,
    ],
    ['days by their number', ['DTSTART;VALUE=DATE:20261207', 'DURATION:P4D'], `2026-12-07/2026-12-10 ${PARIS}`],
    [
      'an end that is not after the start counts as none',
      ['DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261207'],
      `2026-12-07 ${PARIS}`,
    ],
    [
      'midnight to midnight is whole days (Outlook)',
      ['DTSTART:20261207T000000', 'DTEND:20261209T000000'],
      `2026-12-07/2026-12-08 ${PARIS}`,
    ],
    ['over midnight', ['DTSTART:20261207T220000', 'DTEND:20261208T010000'], `2026-12-07T22:00/2026-12-08T01:00 ${PARIS}`],
    ['three weeks with hours are days', ['DTSTART:20261207T090000', 'DTEND:20261228T180000'], `2026-12-07/2026-12-28 ${PARIS}`],
    [
      'what began before the window and lasts into it',
      ['DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20261201'],
      `2026-05-01/2026-11-30 ${PARIS}`,
    ],
    [
      'the first passage of an hour that comes twice',
      ['DTSTART;TZID=Europe/Paris:20271031T023000', 'DURATION:PT15M'],
      `2027-10-31T02:30/2027-10-31T02:45 ${PARIS}`,
    ],
    [
      'its second passage, in universal time',
      ['DTSTART:20271031T013000Z', 'DTEND:20271031T014500Z'],
      '2027-10-31T01:30/2027-10-31T01:45 UTC',
    ],
    [
      'an hour that does not exist',
      ['DTSTART;TZID=Europe/Paris:20270328T023000', 'DURATION:PT1H'],
      `2027-03-28T03:30/2027-03-28T04:30 ${PARIS}`,
    ],
  ])('%s', (_title, lines, expected) => {
    expect(dateOf(...lines)).toEqual([expected]);
  });

  test('an hour without an end is no length that anybody gave: the day, and the hour in words', () => {
    expect(readText(calendarOf(eventOf('UID:1', 'SUMMARY:x', 'DTSTART:20261207T163000', 'DESCRIPTION:Dépôt'))).events).toMatchObject([
      { edtf: '2026-12-07', note: '16:30\nDépôt' },
    ]);
  });

  test.each<[string, string[], string]>([
    ['no date', ['SUMMARY:Sans date'], 'no_date'],
    ['a day that does not exist', ['DTSTART;VALUE=DATE:20270229'], 'bad_date'],
    ['no day at all', ['DTSTART:bientôt'], 'bad_date'],
    ['hours that do not exist', ['DTSTART:20261207T250000Z'], 'bad_date'],
    ['years', ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20290101'], 'too_long'],
    ['a rule that says nothing', ['DTSTART;VALUE=DATE:20261207', 'RRULE:FREQ=BANANA'], 'bad_rule'],
    ['every second', ['DTSTART:20200101T000000Z', 'RRULE:FREQ=SECONDLY'], 'too_many'],
    ['every second of every day', ['DTSTART:20200101T000000Z', 'RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3'], 'too_many'],
    ['since the year 1', ['DTSTART:00010101T000000Z', 'RRULE:FREQ=DAILY;COUNT=999999999'], 'too_many'],
    ['private', ['DTSTART;VALUE=DATE:20261207', 'CLASS:PRIVATE'], 'private'],
  ])('%s is set aside and told', (_title, lines, reason) => {
    const { events, report } = readText(calendarOf(eventOf('UID:1', 'SUMMARY:Perdu', ...lines)));
    expect(events).toEqual([]);
    expect(report).toMatchObject({ read: 1, shown: 0, setAside: { [reason]: 1 } });
  });

  test.each(['00000101', '99991231', '19000101', '22001231'])('the year of %s is elsewhere, or no date', (day) => {
    expect(dateOf(`DTSTART;VALUE=DATE:${day}`)).toEqual([]);
  });

  test('what is cancelled is not shown, and is counted', () => {
    const { events, report } = readText(calendarOf(eventOf('UID:1', 'DTSTART;VALUE=DATE:20261207', 'STATUS:CANCELLED')));
    expect(events).toEqual([]);
    expect(report).toMatchObject({ cancelled: 1, setAside: {} });
  });
});
