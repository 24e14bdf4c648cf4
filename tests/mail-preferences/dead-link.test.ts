import { expect, test } from 'vitest';
import * as byLink from '#app/mail-preferences/mail-by-link.route.tsx';
import * as unsubscribe from '#app/mail-preferences/unsubscribe.route.tsx';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';

const services = useServices(useDatabase());

test('a link that is cut gets a page of its own and status 404, not the page of an error', async () => {
  for (const { loader } of [unsubscribe, byLink]) {
    const request = new Request('https://tertulia.example/unsubscribe/cut');
    const answer = await loader({ request, params: { token: 'cut' }, context: contextOf(services, null) } as never);
    expect(answer).toMatchObject({ data: null, init: { status: 404 } });
  }
});
