/** What was refused of what a reader sent, in words, with what they had typed. */
export interface BallotRefusal {
  /** Of the whole page. */
  notice?: string;
  proposal?: { day: string; starts: string; message: string };
  comment?: { text: string; message: string };
}
