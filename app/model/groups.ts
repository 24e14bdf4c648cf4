export const GROUP_KINDS = ['network', 'country', 'thematic'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export const MEMBERSHIP_ROLES = ['organiser', 'member', 'observer'] as const;
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];

/** Who may see a group or a meeting: anyone, or the members of the group (and, for a meeting, those invited). */
export const VISIBILITIES = ['public', 'members'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Longest values that the tables hold, in characters (db/migrations). */
export const GROUP_LIMITS = { name: 200, description: 5000, slug: 80 } as const;
