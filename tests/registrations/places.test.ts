import { describe, expect, test } from 'vitest';
import { countRegistered } from '#db/registrations/read-counts.ts';
import { listOwnSessions } from '#db/registrations/read-own.ts';
import { openRegistrationLink, organiseRegistration } from '#server/registrations/access.ts';
import { cancelRegistration } from '#server/registrations/cancel-registration.ts';
import { chooseSessions } from '#server/registrations/change-registration.ts';
import { seatByHand } from '#server/registrations/organise.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { openEdition, tokenOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

/** The link in the next mail to an address. */
async function follow(address: string) {
  const link = await openRegistrationLink(services, tokenOf((await services.mailbox.next(address)).text ?? ''));
  if (link?.kind !== 'person') throw new Error('No link of a person.');
  return link.scope;
}

describe('places', () => {
  test('of a hundred simultaneous requests for the last place exactly one gets it, and nobody loses their turn', async () => {
    const scene = await openEdition(database, services, { capacity: 1 });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => scene.come(`p${index}@lyon.example`, {}, `192.0.2.${index}`)),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(answers.filter((answer) => answer.ok && answer.told.edition === 'registered')).toHaveLength(1);
    const rows = await scene.rows();
    expect(rows).toHaveLength(100);
    expect(rows.map(({ state }) => state)).toEqual(['registered', ...Array.from({ length: 99 }, () => 'waiting')]);
    // then ten are given up at the same moment, and the next in order get them
    await scene.settle({ capacity: 11 });
    const seated = (await scene.rows()).filter(({ state }) => state === 'registered');
    expect(seated.map(({ id }) => id)).toEqual(rows.slice(0, 11).map(({ id }) => id));
    await Promise.all(
      seated.map(async ({ id }) => cancelRegistration(services, await organiseRegistration(services, scene.organised, id), { as: 'self' })),
    );
    const after = await scene.rows();
    expect(after.filter(({ state }) => state === 'registered').map(({ id }) => id)).toEqual(rows.slice(11, 22).map(({ id }) => id));
    const told = await database.db.selectFrom('outboxMails').select(['toAddress']).where('template', '=', 'registration-place').execute();
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual(
      rows
        .slice(1, 22)
        .map(({ email }) => email)
        .sort(),
    );
  });

  test('a place that frees goes to whoever waits first, with a mail, once', async () => {
    const scene = await openEdition(database, services, { capacity: 1 });
    await scene.come('un@lyon.example');
    expect(await scene.come('deux@lyon.example')).toMatchObject({ ok: true, told: { edition: 'waiting' } });
    await scene.come('trois@lyon.example');
    const first = await follow('un@lyon.example');
    const waiting = await services.mailbox.next('deux@lyon.example');
    expect(waiting.subject).toBe('Vous êtes sur liste d’attente : Rencontres 2022');
    expect(waiting.text).toContain('au rang 1');
    await cancelRegistration(services, first, { as: 'self' });
    await cancelRegistration(services, first, { as: 'self' });
    expect((await services.mailbox.next('deux@lyon.example')).subject).toBe('Une place s’est libérée pour vous : Rencontres 2022');
    expect((await services.mailbox.next('un@lyon.example')).subject).toBe('Inscription annulée : Rencontres 2022');
    expect((await scene.rows()).map(({ state }) => state)).toEqual(['cancelled', 'registered', 'waiting']);
    // whoever cancelled and comes again stands at the end
    await scene.come('un@lyon.example');
    expect((await scene.rows()).map(({ email, state }) => [email, state])).toEqual([
      ['deux@lyon.example', 'registered'],
      ['trois@lyon.example', 'waiting'],
      ['un@lyon.example', 'waiting'],
    ]);
  });

  test('sessions have their own capacity and queue, and who waits for the edition takes no place in them', async () => {
    const scene = await openEdition(database, services, { capacity: 3 });
    const { eau, climat } = scene;
    await scene.come('un@nantes.example', { meetingIds: [eau.id] });
    await scene.come('deux@nantes.example', { meetingIds: [eau.id, climat.id] });
    const third = await scene.come('trois@nantes.example', { meetingIds: [eau.id, climat.id] });
    expect(third).toMatchObject({ ok: true, told: { edition: 'registered', waitingIn: [eau.id] } });
    expect(await scene.come('quatre@nantes.example', { meetingIds: [climat.id] })).toMatchObject({
      told: { edition: 'waiting', waitingIn: [climat.id] },
    });
    const counts = await countRegistered(database.db, scene.scope);
    expect({ ...counts, bySession: [...counts.bySession].sort() }).toEqual({
      edition: 3,
      waiting: 1,
      bySession: [
        [eau.id, { registered: 2, waiting: 1 }],
        [climat.id, { registered: 2, waiting: 1 }],
      ].sort(),
    });
    const first = await follow('un@nantes.example');
    await services.mailbox.next('trois@nantes.example');
    await services.mailbox.next('quatre@nantes.example');
    await chooseSessions(services, first, { edition: scene.scope, meetingIds: [climat.id] });
    const moved = await services.mailbox.next('trois@nantes.example');
    expect(moved.text).toContain('Eau et villes');
    expect(await listOwnSessions(database.db, first)).toMatchObject([{ title: 'Climat', state: 'registered' }]);
    // giving up the edition gives the whole of it to the one who waits
    await cancelRegistration(services, first, { as: 'self' });
    await follow('quatre@nantes.example');
    expect((await countRegistered(database.db, scene.scope)).bySession.get(climat.id)).toEqual({ registered: 3, waiting: 0 });
  });

  test('an organiser gives a place knowingly, beyond the capacity and before others', async () => {
    const scene = await openEdition(database, services, { capacity: 1 });
    for (const name of ['un', 'deux', 'trois']) await scene.come(`${name}@lyon.example`);
    const [, , third] = await scene.rows();
    const seated = { viewer: scene.organiser, scope: scene.organised, registrationId: third?.id ?? '', meetingId: null };
    expect(await seatByHand(services, seated)).toEqual({ ok: true });
    expect(await seatByHand(services, seated)).toEqual({ ok: false, reason: 'not_waiting' });
    expect((await scene.rows()).map(({ state }) => state)).toEqual(['registered', 'waiting', 'registered']);
  });
});
