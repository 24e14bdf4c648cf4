/** Pages that show what the checker found. */
export const CHECKER_PAGES = ['prepare', 'publish', 'report'] as const;
export type CheckerPage = (typeof CHECKER_PAGES)[number];

/** What the buttons of the panel do. */
export const CORRECT = 'correct';
export const SET_ASIDE = 'set-aside';
export const RESTORE = 'restore';

/** Name, in the address of the page, of what became of a press. */
export const FINDINGS_DONE = 'findings';

export function checkerPath(meeting: string, page: CheckerPage): string {
  if (page === 'report') return `/meetings/${meeting}/report`;
  return page === 'publish' ? `/meetings/${meeting}/minutes/publish` : `/meetings/${meeting}/minutes`;
}
