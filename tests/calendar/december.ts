import { nameKey } from '#app/model/text.ts';
import { boundsOf, whenOf } from '#app/model/when.ts';
import { makeAttendance, makeGroup, makeMeeting, makeOrganisation, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

/** What the tables keep beside a date. */
export const duringOf = (edtf: string, zone: string) => {
  const bounds = boundsOf(whenOf(edtf), zone);
  return bounds && `[${bounds.from},${bounds.to})`;
};

/** A week of December 2026, seen on its Wednesday from Paris: hours here and there, whole days, dates to be set, an event of others. */
export async function decemberOf(services: TestServices) {
  const { db } = services;
  services.clock.set('2026-12-16T09:00:00Z');
  const dalc = await makeGroup(db, { slug: 'dalc', name: 'DALC' });
  const organiser = viewerOf(await makePerson(db, { networkOrganiser: true }));
  const plan = (title: string, edtf: string, given: Partial<Parameters<typeof makeMeeting>[1]> = {}) => {
    const timeZone = given.timeZone ?? 'Europe/Paris';
    return makeMeeting(db, { groupId: dalc.id, title, edtf, during: duringOf(edtf, timeZone), ...given, timeZone });
  };
  await plan('Le soir à Bogotá', '2026-12-15T19:00/2026-12-15T20:30', { timeZone: 'America/Bogota', kind: 'webinar' });
  await plan('À cheval', '2026-12-16T17:00/2026-12-16T19:00', { timeZone: 'America/Bogota' });
  const point = await plan('Point énergie', '2026-12-17T16:30/2026-12-17T18:00', { placeName: 'Cité des Sciences' });
  await plan('Entre nous', '2026-12-17T10:00/2026-12-17T11:00', { visibility: 'members' });
  await plan('Brouillon', '2026-12-17T10:00/2026-12-17T11:00', { status: 'draft' });
  await plan('Annulée', '2026-12-18T10:00/2026-12-18T11:00', { status: 'cancelled' });
  await plan('Journée', '2026-12-18');
  await plan('Congrès', '2026-12-18/2026-12-21');
  await plan('En décembre', '2026-12');
  await plan('En 2026', '2026');
  await plan('Un jour', 'XXXX');
  await plan('Passée', '2026-11-02T10:00/2026-11-02T11:00', { summary: 'L’œuvre commune des Antilles.' });
  const event = { title: 'COP', titleKey: nameKey('COP'), edtf: '2026-12-14/2026-12-16', timeZone: 'America/Sao_Paulo', country: 'BR' };
  const changed = { createdAt: '2026-01-01T00:00:00Z', changedAt: '2026-01-01T00:00:00Z' };
  await db
    .insertInto('outsideEvents')
    .values({ ...event, ...changed, groupId: dalc.id, during: duringOf(event.edtf, event.timeZone), url: 'https://cop.example/' })
    .execute();
  const [nanterre, bordeaux] = [
    await makeOrganisation(db, { name: 'Ville de Nanterre' }),
    await makeOrganisation(db, { name: 'Ville de Bordeaux' }),
  ];
  const presenter = await makePerson(db, { organisationId: nanterre.id });
  const invited = await makePerson(db, { organisationId: bordeaux.id });
  await makeAttendance(db, { meetingId: point.id, personId: invited.id, organisationName: 'Ville de Bordeaux' });
  const item = await db
    .insertInto('agendaItems')
    .values({ meetingId: point.id, position: 1, title: 'Solaire', durationMinutes: 20 })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('agendaPresenters').values({ agendaItemId: item.id, personId: presenter.id, position: 1 }).execute();
  await db.insertInto('meetingCountries').values({ meetingId: point.id, country: 'BR' }).execute();
  return { organiser, organisations: { nanterre: nanterre.id, bordeaux: bordeaux.id } };
}
