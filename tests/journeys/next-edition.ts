import { nextEdition } from '#db/demo/edition-next.ts';

/** The demo's edition to come: its name has the year in which it falls, some eleven weeks after today. */
export const NEXT_EDITION = `/editions/${nextEdition(Temporal.Now.plainDateISO('Europe/Paris')).name.toLowerCase().replace(' ', '-')}`;
