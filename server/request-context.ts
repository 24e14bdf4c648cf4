import { createContext, type RouterContextProvider } from 'react-router';
import type { Viewer } from '#app/model/viewer.ts';
import type { Services } from './services.ts';

/** Set once a request by http/request-listener.ts; see `requestOf`. */
export const servicesContext = createContext<Services>();
export const viewerContext = createContext<Viewer | null>();
/** The session that the request came with, for "end this session" and for telling it apart in the list. */
export const sessionContext = createContext<{ id: string } | null>();
/** Where the request came from, as far as the proxies in front can be believed; for counting attempts. */
export const ipContext = createContext<string>();

export interface RequestOf {
  services: Services;
  /** Who asks; null: a visitor. */
  viewer: Viewer | null;
  session: { id: string } | null;
  ip: string;
}

/** What a loader or an action works with: `const { services, viewer } = requestOf(context)`. */
export function requestOf(context: Readonly<RouterContextProvider>): RequestOf {
  return {
    services: context.get(servicesContext),
    viewer: context.get(viewerContext),
    session: context.get(sessionContext),
    ip: context.get(ipContext),
  };
}
