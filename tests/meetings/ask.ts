import { RouterContextProvider } from 'react-router';
import type { Viewer } from '#app/model/viewer.ts';
import { ipContext, servicesContext, sessionContext, viewerContext } from '#server/request-context.ts';
import type { TestServices } from '#tests/support/services.ts';

/** What a loader or an action is asked with, reduced to what these routes read. */
interface Args {
  request: Request;
  params: { meeting: string };
  context: RouterContextProvider;
}
type Handler = (args: never) => Promise<unknown>;

/** What came back: a status, where it leads, and the data. */
export interface Answer<T> {
  status: number;
  location: string | null;
  data: T;
}

/** Asks a route as the server does: GET its loader, or POST `form` to its action; never throws an answer. */
export async function ask<H extends Handler>(
  services: TestServices,
  handler: H,
  { viewer, path, meeting = '', form }: { viewer: Viewer | null; path: string; meeting?: string; form?: Record<string, string | string[]> },
): Promise<Answer<Body<Awaited<ReturnType<H>>>>> {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(viewerContext, viewer);
  context.set(sessionContext, null);
  context.set(ipContext, '192.0.2.1');
  const request = new Request(`https://tertulia.example${path}`, form ? { method: 'POST', body: bodyOf(form) } : undefined);
  const args: Args = { request, params: { meeting }, context };
  const answered = await handler(args as never).catch((thrown: unknown) => thrown);
  if (answered instanceof Response) return answer(answered.status, answered.headers.get('location'), null);
  if (isData(answered)) return answer(answered.init?.status ?? 200, null, answered.data);
  if (answered instanceof Error) throw answered;
  return answer(200, null, answered);
}

/** The data inside react-router's `data(…)`, and never a redirect. */
type Body<T> = T extends { type: string; data: infer D; init: ResponseInit | null } ? D : T extends Response ? never : T;

function answer<T>(status: number, location: string | null, data: unknown): Answer<T> {
  return { status, location, data: data as T };
}

interface WithInit {
  type: 'DataWithResponseInit';
  data: unknown;
  init: { status?: number } | null;
}
const isData = (value: unknown): value is WithInit =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';

function bodyOf(form: Record<string, string | string[]>): URLSearchParams {
  return new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
}
