import type { Viewer } from '#app/model/viewer.ts';
import { countTodo } from '#db/follow-ups/read-todo.ts';
import { enterSelf } from '#server/accounts/access.ts';
import type { Services } from '#server/services.ts';

/** How many things the viewer has to do, for the masthead of every page: as many as the page of things to do lists. */
export async function countOwnTodo({ db, clock }: Pick<Services, 'db' | 'clock'>, viewer: Viewer): Promise<number> {
  const now = clock.now();
  const today = now.toZonedDateTimeISO(viewer.timeZone).toPlainDate().toString();
  return countTodo(db, enterSelf(viewer, '/todo'), { now: now.toString(), today });
}
