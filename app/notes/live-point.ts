/** A point of the agenda, as the live page shows it. */
export interface LivePoint {
  id: string;
  title: string;
  minutes: number;
  /** « 16 h 51 »; '' when the meeting has no hour. */
  time: string;
  presenters: { id: string; name: string }[];
}

/** Address of a point's notes in the page. */
export const anchorOf = (pointId: string) => `p-${pointId}`;
