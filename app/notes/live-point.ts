/** A point of the agenda, as the live page shows it. */
export interface LivePoint {
  id: string;
  title: string;
  minutes: number;
  presenters: { id: string; name: string }[];
}

/** Address of a point's notes in the page. */
export const anchorOf = (pointId: string) => `p-${pointId}`;
