/** Kinds of organisation; « région », « département »… are the French tiers, abroad the nearest tier is meant. */
export const ORGANISATION_KINDS = [
  'commune',
  'intercommunality',
  'department',
  'region',
  'state',
  'embassy',
  'agency',
  'university',
  'network',
  'association',
  'company',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
