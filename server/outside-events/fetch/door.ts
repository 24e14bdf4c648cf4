import type { Agent } from 'node:http';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { isPublicAddress } from '#app/model/outside-calendars.ts';

/**
 * Which addresses a calendar may be fetched from, and the connections to them. It is handed over as a parameter and no setting
 * opens another: whoever could would let organisers of a group reach the machines behind this server.
 */
export interface Door {
  mayAsk(url: URL): boolean;
  agentFor(url: URL): Agent;
}

/** Names of the public Web, at the usual ports; the agents refuse private, local and special addresses, after DNS too. */
export const publicDoor: Door = {
  mayAsk: isPublicAddress,
  // of one request: no connection is kept that was checked for another
  agentFor: (url) =>
    url.protocol === 'https:' ? new RequestFilteringHttpsAgent({ keepAlive: false }) : new RequestFilteringHttpAgent({ keepAlive: false }),
};
