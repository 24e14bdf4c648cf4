import type { Language } from './language.ts';

/** A signed-in person, as pages and policies need them. */
export interface Viewer {
  personId: string;
  givenName: string;
  familyName: string;
  language: Language;
  /** IANA name, for example 'America/Cayenne'. */
  timeZone: string;
  networkOrganiser: boolean;
}
