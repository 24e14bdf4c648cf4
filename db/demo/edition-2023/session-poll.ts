/** What the room of session 10 was asked: the volume tells the estimate, the votes are made up. */
export const SESSION_POLL = {
  session: 'droits-des-femmes',
  point: 'Introduction',
  at: '2023-09-19T09:40:00Z',
  question: 'Selon ONU Femmes, combien d’années de progrès seraient nécessaires pour atteindre l’égalité femmes-hommes ?',
  /** Of each ten votes, how many. */
  options: [
    { label: 'Environ 30 ans', share: 2 },
    { label: 'Environ 100 ans', share: 5 },
    { label: 'Environ 300 ans', share: 3 },
  ],
} as const;
