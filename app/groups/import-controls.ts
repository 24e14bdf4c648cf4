/** The cells of a row that may be corrected in the preview. */
export const CELLS = ['givenName', 'familyName', 'organisation', 'function', 'email'] as const;

/** Names of the preview's controls: a corrected cell, who a doubtful row is, a row left out. */
export const control = {
  cell: (id: string, cell: (typeof CELLS)[number]) => `cell-${id}-${cell}`,
  choice: (id: string) => `choice-${id}`,
  skip: (id: string) => `skip-${id}`,
};
