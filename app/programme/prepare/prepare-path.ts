/** Addresses of the pages on which an edition is prepared. */
export const preparePath = (edition: string, page: '' | 'frame' | 'publish' | 'sessions/new' = '') =>
  `/editions/${edition}/prepare${page === '' ? '' : `/${page}`}`;

export const sessionPath = (edition: string, session: string) => `/editions/${edition}/prepare/sessions/${session}`;
