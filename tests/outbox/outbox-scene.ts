import { invitePeople } from '#server/attendance/invite-people.ts';
import { planScene } from '#tests/attendance/scene.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

type Scene = Awaited<ReturnType<typeof planScene>>;

/** Somebody invited to a meeting, their invitation queued, and its row as it is now. */
export async function invitedTo(database: TestDatabase, services: TestServices, scene: Scene) {
  const person = await makePerson(database.db);
  const { viewer, network } = scene;
  await invitePeople(services, {
    viewer,
    network,
    scope: scene.scope,
    whom: { kind: 'people', personIds: [person.id] },
    roles: ['participant'],
  });
  const row = () =>
    database.db
      .selectFrom('outboxMails')
      .selectAll()
      .where('personId', '=', person.id)
      .where('template', '=', 'invitation')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
  const { id } = await row();
  return { person, id, row };
}

export async function invitationScene(database: TestDatabase, services: TestServices) {
  const scene = await planScene(database, services);
  return { ...scene, ...(await invitedTo(database, services, scene)) };
}
