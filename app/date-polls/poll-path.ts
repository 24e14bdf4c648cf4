/** Where a poll is. */
export const pollPath = (slug: string) => `/polls/${slug}`;
