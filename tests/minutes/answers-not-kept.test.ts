import express from 'express';
import { expect, test } from 'vitest';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { servePublishedPages } from '#server/minutes/serve-pages.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { meetingToPublish } from './versions-scene.ts';

const services = useServices(useDatabase());

test('an answer that is not the page is rendered once, and never kept', async () => {
  const { meeting, organiser, scopeOf } = await meetingToPublish(services);
  await publishMinutes(services, await scopeOf(organiser), viewerOf(organiser), { number: 1 });
  let [rendered, passedOn] = [0, 0];
  const app = express();
  app.use(
    servePublishedPages(services, async () => {
      rendered += 1;
      return new Response('<p>Introuvable', {
        status: 404,
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Robots-Tag': 'noindex' },
      });
    }),
  );
  app.use((_request, response) => {
    passedOn += 1;
    response.end();
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('No port.');
  const path = `http://127.0.0.1:${address.port}/minutes/${meeting.slug}/v/999999`;
  for (const method of ['GET', 'HEAD']) {
    const answer = await fetch(path, { method });
    expect([answer.status, answer.headers.get('x-robots-tag'), answer.headers.get('etag')]).toEqual([404, 'noindex', null]);
    expect(await answer.text()).toBe(method === 'GET' ? '<p>Introuvable' : '');
  }
  expect([rendered, passedOn]).toEqual([2, 0]);
  await new Promise((resolve) => server.close(resolve));
});
