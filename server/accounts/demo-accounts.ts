import { listPeopleByEmail } from '#db/accounts/people.ts';
import { DEMO_ACCOUNTS } from '#db/demo/people.ts';
import type { Services } from '#server/services.ts';
import { openSession } from './sessions.ts';

export const DEMO_ROLES = ['organiser', 'participant', 'member'] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

export interface DemoAccount {
  role: DemoRole;
  name: string;
  organisation: string;
}

/** Whom the sign-in page offers in one click; nobody outside the demo. */
export async function listDemoAccounts(services: Services): Promise<DemoAccount[]> {
  if (!services.env.demo) return [];
  const people = await listPeopleByEmail(services.db, Object.values(DEMO_ACCOUNTS));
  return DEMO_ROLES.flatMap((role) => {
    const person = people.find(({ email }) => email === DEMO_ACCOUNTS[role]);
    return person ? [{ role, name: `${person.givenName} ${person.familyName}`, organisation: person.organisation ?? '' }] : [];
  });
}

/** Signs in as one of them; null outside the demo. */
export async function signInToDemo(services: Services, role: DemoRole, userAgent: string): Promise<{ secret: string } | null> {
  const [person] = services.env.demo ? await listPeopleByEmail(services.db, [DEMO_ACCOUNTS[role]]) : [];
  if (!person) return null;
  const secret = await services.db.transaction().execute((trx) => openSession(trx, services, { personId: person.id, userAgent }));
  return { secret };
}
