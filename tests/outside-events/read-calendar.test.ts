import { describe, expect, test } from 'vitest';
import { calendarOf, dateOf, eventOf, ORDER, readText, shown, WEST } from './files.ts';

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

describe('what writers do', () => {
  test('no UID, the same UID, and the same event again', () => {
    const { events, report } = readText(
      calendarOf(
        ...[1, 2].map(() => eventOf('SUMMARY:Sans', 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20261207')),
        eventOf('UID:x', 'SUMMARY:Un', 'DTSTART;VALUE=DATE:20261208'),
        eventOf('UID:x', 'SUMMARY:Deux', 'DTSTART;VALUE=DATE:20261209'),
        eventOf('UID:y', 'SUMMARY:Ancien', 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20261210'),
        eventOf('UID:y', 'SUMMARY:Nouveau', 'SEQUENCE:2', 'DTSTART;VALUE=DATE:20261211'),
      ),
    );
    expect(events.map(({ title }) => title)).toEqual(['Sans', 'Un', 'Deux', 'Nouveau']);
    expect(new Set(events.map(({ uid, recurrenceId }) => `${uid} ${recurrenceId}`)).size).toBe(4);
    expect(report.setAside).toEqual({ duplicate: 1 });
  });

  test('titles and descriptions become words that can be shown', () => {
    const { events } = readText(
      calendarOf(
        eventOf(
          ...['UID:1', 'DTSTART;VALUE=DATE:20261207', 'SUMMARY:Forum\u202E gpj.exe\u0007\\, « urbain »', 'LOCATION:Salle A\\nKatowice'],
          'DESCRIPTION:<html><style>p{}</style><p>Bonjour <b>à tous</b><br>ana@mairie.example 06 12 34 56 78</p><script>alert(1)</script>',
          ' <a href="https://us02web.zoom.us/j/123?pwd=secret">https://us02web.zoom.us/j/123?pwd=secret</a></html>',
          'URL:https://forum.example/x?a=1,2\\;3',
        ),
        eventOf(
          'UID:2',
          'DTSTART;VALUE=DATE:20261208',
          'SUMMARY:',
          'URL:javascript:alert(1)',
          'LOCATION:https://teams.microsoft.com/l/meetup',
        ),
        eventOf('UID:3', 'DTSTART;VALUE=DATE:20261209', `SUMMARY:${'é'.repeat(900)}`),
      ),
    );
    expect(events[0]).toMatchObject({ title: 'Forum gpj.exe , « urbain »', place: 'Salle A, Katowice', note: 'Bonjour à tous' });
    expect(events[0]?.url).toMatch(/^https:\/\/forum\.example\//);
    expect(events[1]).toMatchObject({ title: '', place: '', url: '', note: '' });
    expect([...(events[2]?.title ?? '')]).toHaveLength(300);
  });

  const text = calendarOf(eventOf('UID:1', 'DTSTART;VALUE=DATE:20261207', 'SUMMARY:Été à Guadalajara'));
  test.each<[string, string | Uint8Array]>([
    ['a mark at the start', `\uFEFF${text}`],
    ['CR alone', text.replaceAll('\r\n', '\r')],
    ['LF alone', text.replaceAll('\r\n', '\n')],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    [
      'a fold in the middle of a letter',
      Buffer.concat([Buffer.from(text.split('Été')[0] ?? ''), Buffer.from('c30d0a2089', 'hex'), Buffer.from(`té${text.split('Été')[1]}`)]),
    ],
    [
      'lower case',
      text.replace('SUMMARY', 'summary').replace('BEGIN:VEVENT', 'begin:vevent').replace('DTSTART;VALUE=DATE', 'dtstart;value=date'),
    ],
    ['lines that are none', text.replace('SUMMARY', 'une ligne perdue\r\n=====\r\nSUMMARY')],
    [
      'an alarm with its own description',
      text.replace('END:VEVENT', 'BEGIN:VALARM\r\nSUMMARY:Rappel\r\nDTSTART:20200101\r\nEND:VALARM\r\nEND:VEVENT'),
    ],
    ['no end', text.slice(0, text.indexOf('END:VEVENT'))],
    ['two calendars in one file', calendarOf() + text],
    ['empty lines before', `\r\n\r\n${text}`],
  ])('%s', (_title, given) => {
    expect(shown(given)).toEqual([`Été à Guadalajara: 2026-12-07 ${PARIS}`]);
  });

  test('one broken event costs the others nothing', () => {
    const broken = ['BEGIN:VEVENT', 'DTSTART;TZID="never closed:20261207', 'RRULE;;;', 'SUMMARY', 'BEGIN:VEVENT', 'DTEND:;'];
    expect(shown(calendarOf(...broken, eventOf('UID:1', 'DTSTART;VALUE=DATE:20261207', 'SUMMARY:Sauf')))).toEqual([
      `Sauf: 2026-12-07 ${PARIS}`,
    ]);
  });

  test.each(['', 'Bonjour', '<!DOCTYPE html><pre>BEGIN:VCALENDAR</pre>', '{"events":[]}', 'BEGIN:VCARD\r\nEND:VCARD'])(
    '%j is no calendar',
    (given) => {
      expect(() => readText(given)).toThrow('not_a_calendar');
    },
  );

  test('an empty calendar is one', () => {
    expect(readText(calendarOf()).report).toMatchObject({ read: 0, shown: 0, readAt: ORDER.now });
  });
});
