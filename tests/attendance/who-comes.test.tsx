import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AttendeeTable } from '#app/attendance/attendee-table.tsx';
import { RoundTable } from '#app/attendance/round-table.tsx';
import { type Answer, type Attendee, countAnswers } from '#app/model/attendance.ts';

const somebody: Attendee = {
  ...{
    id: 'a',
    personId: 'p',
    givenName: 'Maud',
    familyName: 'Etcheverry',
    function: 'Adjointe au maire',
    organisationName: 'Ville de Bordeaux',
  },
  ...{
    organisationKind: 'commune',
    roles: ['participant'],
    answer: 'in_person',
    substituteName: '',
    substituteFunction: '',
    checkedInAt: null,
  },
};
const attendee = (id: number, more: Partial<Attendee> = {}): Attendee => ({ ...somebody, id: `a${id}`, personId: `p${id}`, ...more });
const answers = (answer: Answer, count: number) => Array.from({ length: count }, () => ({ answer }));
const ring = (people: { answer: Answer }[]) => renderToStaticMarkup(<RoundTable counts={countAnswers(people)} />);
const seatsIn = (html: string) => html.match(/<g /g)?.length ?? 0;

describe('the « tour de table »', () => {
  test('gives everybody a seat, and says in words what it shows', () => {
    const html = ring([
      ...answers('in_person', 9),
      ...answers('remote', 6),
      ...answers('represented', 1),
      ...answers('declined', 2),
      ...answers('none', 6),
    ]);
    expect(seatsIn(html)).toBe(24);
    expect(html).toContain('Réponses\u00a0: 18 sur 24.');
    expect(html).toContain('Absences\u00a0: 2');
  });

  test('stays readable for five hundred people, and the one substitute keeps a seat', () => {
    const html = ring([...answers('in_person', 300), ...answers('none', 199), ...answers('represented', 1)]);
    expect(seatsIn(html)).toBeLessThan(52);
    expect(html.match(/st-sh/g)).toHaveLength(2);
    expect(html).toContain('301');
  });

  test('stands empty before the first invitation', () => {
    expect(seatsIn(ring([]))).toBe(0);
    expect(ring([])).not.toContain('NaN');
  });
});

describe('« Qui vient »', () => {
  const table = (people: Attendee[]) => renderToStaticMarkup(<AttendeeTable attendees={people} />);

  test('names an organisation once for the eye and on every line for the ear', () => {
    const html = table([attendee(1), attendee(2, { givenName: 'Karim' })]);
    expect(html.match(/class="mono"/g)).toHaveLength(1);
    expect(html).toContain('<span class="vh">Ville de Bordeaux</span>');
  });

  test('names who will be seen first: the substitute, and for whom they come', () => {
    const html = table([attendee(1, { answer: 'represented', substituteName: 'Noé Vialat', substituteFunction: 'Chargé de mission' })]);
    expect(html).toContain('Noé Vialat, pour Maud Etcheverry');
    expect(html).toContain('Chargé de mission, en suppléance');
  });

  test('folds a long list after eight organisations, in the page itself, for there may be no script', () => {
    const html = table(Array.from({ length: 24 }, (_, index) => attendee(index, { organisationName: `Ville n° ${index}` })));
    expect(html).toContain('<details');
    expect(html).toContain('Voir les 16 autres organismes');
    expect(html.match(/<tr>/g)).toHaveLength(24 + 2);
  });

  test('shows a hostile name as the letters that it is', () => {
    expect(table([attendee(1, { familyName: '<script>alert(1)</script>' })])).toContain('&lt;script&gt;');
  });
});
