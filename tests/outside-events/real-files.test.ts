import { describe, expect, test } from 'vitest';
import { readCalendarApart } from '#server/outside-events/reader/read-apart.ts';
import { ORDER, readText, shown } from './files.ts';

// What four products write, cut down to one or two events each; names and addresses are invented.

const GOOGLE = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Agenda public
X-WR-TIMEZONE:America/Argentina/Buenos_Aires
BEGIN:VTIMEZONE
TZID:America/Argentina/Buenos_Aires
X-LIC-LOCATION:America/Argentina/Buenos_Aires
BEGIN:STANDARD
TZOFFSETFROM:-0300
TZOFFSETTO:-0300
TZNAME:GMT-3
DTSTART:19700101T000000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=America/Argentina/Buenos_Aires:20260907T100000
DTEND;TZID=America/Argentina/Buenos_Aires:20260907T113000
RRULE:FREQ=MONTHLY;UNTIL=20270201T025959Z;BYDAY=1MO
EXDATE;TZID=America/Argentina/Buenos_Aires:20270104T100000
DTSTAMP:20261120T101112Z
UID:3f0b2c1d4e5f6a7b8c9d@google.com
CREATED:20260801T000000Z
DESCRIPTION:<p>Reunión mensual de la red<br></p><ul><li>Clima</li></ul>
LAST-MODIFIED:20261101T000000Z
LOCATION:Intendencia\\, Sala 3
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Mesa de trabajo
TRANSP:OPAQUE
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:This is an event reminder
TRIGGER:-P0DT0H30M0S
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART:20261207T140000Z
DTEND:20261207T153000Z
DTSTAMP:20261120T101112Z
UID:3f0b2c1d4e5f6a7b8c9d@google.com
RECURRENCE-ID;TZID=America/Argentina/Buenos_Aires:20261207T100000
SUMMARY:Mesa de trabajo (más tarde)
STATUS:CONFIRMED
SEQUENCE:2
END:VEVENT
END:VCALENDAR
`;

const OUTLOOK = `BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
X-WR-CALNAME:Calendrier
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:040000008200E00074C5B7101A82E00800000000A0B1
SUMMARY:Comité de pilotage
DTSTART;TZID=Romance Standard Time:20270325T140000
DTEND;TZID=Romance Standard Time:20270325T160000
RRULE:FREQ=WEEKLY;UNTIL=20270401T120000Z;INTERVAL=1;BYDAY=TH;WKST=MO
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20261120T080000Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:0
LOCATION:Réunion Microsoft Teams
DESCRIPTION:\\n\\n________\\nhttps://teams.microsoft.com/l/meetup-join/19%3ameeting\\nN° : +33 1 23 45 67 89
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
END:VEVENT
BEGIN:VEVENT
UID:040000008200E00074C5B7101A82E00800000000C0D2
SUMMARY:Séminaire
DTSTART;TZID=Romance Standard Time:20261210T000000
DTEND;TZID=Romance Standard Time:20261212T000000
CLASS:PUBLIC
DTSTAMP:20261120T080000Z
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
END:VEVENT
END:VCALENDAR
`;

const APPLE = `BEGIN:VCALENDAR
CALSCALE:GREGORIAN
PRODID:-//Apple Inc.//macOS 14.5//EN
VERSION:2.0
X-APPLE-CALENDAR-COLOR:#FF2968
X-WR-CALNAME:Foros
BEGIN:VTIMEZONE
TZID:America/Bogota
BEGIN:STANDARD
DTSTART:19930404T000000
TZNAME:GMT-5
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19920503T000000
TZNAME:GMT-4
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RDATE:19920503T000000
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20261001T120000Z
DTEND;TZID=America/Bogota:20261203T170000
DTSTAMP:20261001T120000Z
DTSTART;TZID=America/Bogota:20261203T090000
LAST-MODIFIED:20261001T120000Z
LOCATION:Alcaldía\\nCarrera 8 # 10-65\\, Bogotá
SEQUENCE:0
SUMMARY:Foro de ciudades
UID:0B2E6C5A-1111-4222-8333-944455566677
URL;VALUE=URI:https://foro.example/2026
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Carrera 8";X-TITLE=Alcaldía:geo:4.598,-74.076
BEGIN:VALARM
ACTION:NONE
TRIGGER;VALUE=DATE-TIME:19760401T005545Z
END:VALARM
END:VEVENT
END:VCALENDAR
`;

const NEXTCLOUD = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//IDN nextcloud.com//Calendar app 4.7.0//EN
CALSCALE:GREGORIAN
REFRESH-INTERVAL;VALUE=DURATION:PT4H
X-PUBLISHED-TTL:PT4H
X-WR-CALNAME:Réseau
BEGIN:VEVENT
CREATED:20261001T120000Z
DTSTAMP:20261001T120000Z
LAST-MODIFIED:20261001T120000Z
SEQUENCE:3
UID:7d1c5f0e-aaaa-bbbb-cccc-0123456789ab
DTSTART;VALUE=DATE:20261214
DTEND;VALUE=DATE:20261217
STATUS:TENTATIVE
SUMMARY:Assises de la coopération
END:VEVENT
BEGIN:VEVENT
UID:8e2d6f1f-aaaa-bbbb-cccc-0123456789ab
DTSTAMP:20261001T120000Z
DTSTART;TZID=Europe/Paris:20261208T093000
DURATION:PT45M
STATUS:CANCELLED
SUMMARY:Point hebdomadaire
END:VEVENT
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
END:VCALENDAR
`;

describe('files as products write them', () => {
  test.each<[string, string, string[]]>([
    [
      'Google: a series with a date left out and one moved',
      GOOGLE,
      [
        'Mesa de trabajo: 2026-11-02T10:00/2026-11-02T11:30 America/Argentina/Buenos_Aires',
        'Mesa de trabajo (más tarde): 2026-12-07T11:00/2026-12-07T12:30 America/Argentina/Buenos_Aires',
      ],
    ],
    [
      'Outlook: names of Windows, whole days that look like hours, a change of clocks within a series',
      OUTLOOK,
      [
        'Séminaire: 2026-12-10/2026-12-11 Europe/Paris',
        'Comité de pilotage: 2027-03-25T14:00/2027-03-25T16:00 Europe/Paris',
        'Comité de pilotage: 2027-04-01T14:00/2027-04-01T16:00 Europe/Paris',
      ],
    ],
    [
      'Apple: clocks of the last century, an alarm that never rings',
      APPLE,
      ['Foro de ciudades: 2026-12-03T09:00/2026-12-03T17:00 America/Bogota'],
    ],
    ['Nextcloud: clocks after the events, one cancelled', NEXTCLOUD, ['Assises de la coopération: 2026-12-14/2026-12-16 Europe/Paris']],
  ])('%s', (_title, file, expected) => {
    expect(shown(file)).toEqual(expected);
    expect(shown(file.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(readText(file).report).toMatchObject({ setAside: {}, unknownZones: [] });
  });

  test('what is for participants only is left out: the link, the number to call', () => {
    const [, meeting] = readText(OUTLOOK).events;
    expect(JSON.stringify(meeting)).not.toMatch(/teams\.microsoft|33 1 23/);
    expect(readText(GOOGLE).events[0]).toMatchObject({ note: 'Reunión mensual de la red\n\nClima', place: 'Intendencia, Sala 3' });
  });
});

describe('in a process of its own', () => {
  const told: string[] = [];
  const log = { error: (message: string) => void told.push(message), info: () => {}, debug: () => {} };

  test('the same is read, and the faults of a file are an answer', async () => {
    const [read, refused] = await Promise.all([
      readCalendarApart(log, Buffer.from(GOOGLE), ORDER),
      readCalendarApart(log, Buffer.from('<html>'), ORDER),
    ]);
    expect(read).toEqual(readText(GOOGLE));
    expect(refused).toEqual({ ok: false, fault: 'not_a_calendar' });
    expect(told).toEqual([]);
  });

  test('100,000 events are read as far as it makes sense, in bounded time', async () => {
    const events = Array.from({ length: 100_000 }, (_, index) => `BEGIN:VEVENT\nUID:${index}\nDTSTART:20261207\nEND:VEVENT`);
    const read = await readCalendarApart(log, Buffer.from(`BEGIN:VCALENDAR\n${events.join('\n')}\nEND:VCALENDAR`), ORDER);
    expect(read).toMatchObject({ ok: true, report: { read: 100_000, shown: 1000, setAside: { too_many: 99_000 } } });
  });
});
