/** What was refused of what a reader sent, in words, with what they had typed. */
export interface BallotRefusal {
  /** Of the whole page. */
  notice?: string;
  /** « Aucune ne me convient », to be confirmed: so many dates would lose a yes or an « if need be ». */
  none?: { count: number };
  proposal?: { day: string; starts: string; message: string };
  comment?: { text: string; message: string };
}
