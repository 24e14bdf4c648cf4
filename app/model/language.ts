/** Languages a person may prefer; the interface exists in those that have a catalogue (app/messages). */
export const LANGUAGES = ['fr', 'es', 'pt', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
