/** The cities that the first network meets in; a group whose members all live in one place is shown these too. */
const USUAL = ['Europe/Paris', 'America/Argentina/Buenos_Aires', 'America/Martinique', 'America/Bogota'];

/** Four clocks: the group's own zone, where its members are most, then the usual cities. */
export function zonesToShow(own: string, ofMembers: readonly string[]): string[] {
  return [...new Set([own, ...ofMembers, ...USUAL])].slice(0, 4);
}
