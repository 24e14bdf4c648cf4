import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { countFollowUps, type ListedFollowUp, listDecisionsBefore, listFollowUps } from '#db/follow-ups/read.ts';
import type { FollowUpRow } from '#db/follow-ups/rows.ts';
import { readGroup } from '#db/groups/read.ts';
import type { Services } from '#server/services.ts';
import { followUpsAround } from './access.ts';

export interface Opening {
  group: { slug: string };
  /** Overdue first. */
  actions: ListedFollowUp[];
  open: number;
  overdue: number;
  /** Of the group's last meeting that decided anything. */
  decisions: FollowUpRow[];
  /** ISO day where the group meets. */
  today: string;
}

/** At a meeting's opening nobody reads more than that aloud; the rest is on the group's page. */
const ACTIONS = 8;
const DECISIONS = 6;

/** What a meeting opens with: the group's open actions, and what was decided last. Null for whoever is not concerned, or when there is nothing. */
export async function readOpening(services: Services, viewer: Viewer | null, scope: MeetingScope): Promise<Opening | null> {
  if (!scope.can.readNotes) return null;
  const { db } = services;
  const scopes = await followUpsAround(services, viewer, scope);
  const { slug, timeZone } = await readGroup(db, scopes.group);
  const today = services.clock.now().toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const [actions, { open, overdue }, decisions] = await Promise.all([
    listFollowUps(db, scopes, { show: 'open' }, { today, limit: ACTIONS }),
    countFollowUps(db, scopes, today),
    listDecisionsBefore(db, scopes, { meetingId: scope.meetingId, limit: DECISIONS }),
  ]);
  return open + decisions.length > 0 ? { group: { slug }, actions, open, overdue, decisions, today } : null;
}
