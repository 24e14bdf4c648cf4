/** How far a point is in its time, as far as it is worth saying. */
export const STAGES = ['begun', 'five', 'one', 'over'] as const;
export type Stage = (typeof STAGES)[number];

/** Five minutes and one minute before the end are stages of points that were given more than that. Both in seconds. */
export function stageOf({ left, allowed }: { left: number; allowed: number }): Stage {
  if (left < 0) return 'over';
  if (left <= 60 && allowed > 60) return 'one';
  return left <= 300 && allowed > 300 ? 'five' : 'begun';
}

export interface Heard {
  pointId: string;
  stage: Stage;
}

/** What to say when one moment follows another; null: nothing (time that was added brings an earlier stage back). */
export function newsOf(was: Heard | null, is: Heard | null): 'point' | Exclude<Stage, 'begun'> | null {
  if (!is) return null;
  if (was?.pointId !== is.pointId) return 'point';
  return is.stage !== 'begun' && STAGES.indexOf(is.stage) > STAGES.indexOf(was.stage) ? is.stage : null;
}
