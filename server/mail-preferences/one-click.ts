import type { Request, RequestHandler } from 'express';
import { m } from '#app/messages/compiled/messages.js';
import { localeOfPath } from '#server/http/locale.ts';
import type { Services } from '#server/services.ts';
import { findByToken } from './access.ts';
import { refuseKind } from './refuse-kind.ts';

// Answers here and not as the action of a page: a mail program posts without a cookie, an Origin or a language (RFC 8058,
// 3.2), from any address, maybe without telling the length of its body; and each of these would have to be allowed there.

const ADDRESS = /^\/(?:en\/)?unsubscribe\/([^/]+)\/?$/;
const MOST_BYTES = 10_000;

/** One-click unsubscription (RFC 8058). Mount before anything that reads cookies or checks origins; lets all else pass. */
export function answerOneClick(services: Services): RequestHandler {
  return async (request, response, next) => {
    const token = request.method === 'POST' ? ADDRESS.exec(request.path)?.[1] : undefined;
    if (token === undefined) return next();
    const locale = localeOfPath(request.path);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Robots-Tag', 'noindex');
    response.type('text');
    const found = await findByToken(services, token);
    if (!found) return void response.status(404).send(m.mail_preferences_one_click_unknown({}, { locale }));
    if (!(await asksForIt(request))) {
      response.setHeader('Connection', 'close');
      return void response.status(400).send(m.mail_preferences_one_click_what({}, { locale }));
    }
    await refuseKind(services, { ...found, by: 'one_click' });
    response.status(200).send(m.mail_preferences_one_click_done({}, { locale }));
  };
}

/** Whether the body is the pair List-Unsubscribe=One-Click, as either kind of form. */
async function asksForIt(request: Request): Promise<boolean> {
  const type = request.headers['content-type'] ?? '';
  const body = await readShort(request);
  if (!body) return false;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    return form.get('List-Unsubscribe') === 'One-Click';
  } catch {
    return false; // TypeError: no form
  }
}

async function readShort(request: Request): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  // the connection stays open for the answer
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
