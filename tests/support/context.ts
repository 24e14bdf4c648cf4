import { RouterContextProvider } from 'react-router';
import type { Viewer } from '#app/model/viewer.ts';
import { ipContext, servicesContext, sessionContext, viewerContext } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';

/** The context of a request by this person (null: a visitor), for calling a page's loader or action. */
export function contextOf(services: Services, viewer: Viewer | null): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(viewerContext, viewer);
  context.set(sessionContext, null);
  context.set(ipContext, '192.0.2.1');
  return context;
}
