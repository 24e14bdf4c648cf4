/** Whom the demo's sign-in page offers, by their e-mail addresses. */
export const DEMO_ACCOUNTS = {
  organiser: 'ines.robledo@example.org',
  participant: 'karim.belhadj@example.org',
  member: 'paula.quintero@example.org',
} as const;
