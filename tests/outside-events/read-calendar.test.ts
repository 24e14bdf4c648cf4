import { describe, expect, test } from 'vitest';
import { calendarOf, eventOf, ORDER, readText, shown } from './files.ts';

const PARIS = 'Europe/Paris';

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

  test.each([
    'https://us02web.zoom.us/j/123',
    'https://ZOOM.us/my/salle',
    'zoom.us/j/123?pwd=1',
    'teams.live.com/meet/9',
    'https://webconf.numerique.gouv.fr/SalleAbc1234',
    'webconf.numerique.gouv.fr/SalleAbc1234',
    'https://visio.numerique.gouv.fr/abc-defg-hij',
    'rendez-vous.renater.fr/salle-du-conseil',
    'https://framatalk.org/salle',
    'https://meet.ville.example/x',
    'https://ville.example/bigbluebutton/x',
  ])('nobody walks into the video conference of others from our pages: %s', (link) => {
    const uid = ['UID:1', 'DTSTART;VALUE=DATE:20261207'];
    const { events } = readText(
      calendarOf(
        eventOf(...uid, `SUMMARY:Bureau (${link})`, `LOCATION:Mairie ou ${link}`, `DESCRIPTION:Lien : ${link} à 9 h`, `URL:${link}`),
        eventOf('UID:2', 'DTSTART;VALUE=DATE:20261208', 'SUMMARY:Seul', `LOCATION:${link}`),
      ),
    );
    expect(JSON.stringify(events)).not.toContain(link.replace(/^https:../, ''));
    expect(events[0]).toMatchObject({ place: 'Mairie ou', note: 'Lien :  à 9 h', url: '' });
    expect(events[1]).toMatchObject({ place: '', url: '' });
  });

  test('a place, a page and a word that only look like a video conference stay', () => {
    const [event] = readText(
      calendarOf(
        eventOf(
          ...['UID:1', 'DTSTART;VALUE=DATE:20261207', 'SUMMARY:Zoom.us ou Webex ?', 'LOCATION:Salle BBB\\, 3/4'],
          ...['DESCRIPTION:Voir https://numerique.gouv.fr/visio et how-to-meet.example/x', 'URL:https://visioconfluences.example/a'],
        ),
      ),
    ).events;
    expect(event).toMatchObject({
      ...{ title: 'Zoom.us ou Webex ?', place: 'Salle BBB, 3/4', url: 'https://visioconfluences.example/a' },
      note: 'Voir https://numerique.gouv.fr/visio et how-to-meet.example/x',
    });
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

  test.each(['https://', '<a', ' ', 'a@', '0', '\\n '])(
    'a text of %j without end holds nothing up',
    (piece) => {
      const endless = piece.repeat(80_000 / piece.length);
      const lines = ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'URL', 'UID', 'DTSTART', 'RRULE', 'X-WR-TIMEZONE'].map(
        (name) => `${name}:${endless}`,
      );
      expect(readText(calendarOf(...Array(5).fill(eventOf(...lines, 'DTSTART;VALUE=DATE:20261207')))).report.read).toBe(5);
    },
    20_000,
  );

  test('an empty calendar is one', () => {
    expect(readText(calendarOf()).report).toMatchObject({ read: 0, shown: 0, readAt: ORDER.now });
  });
});
