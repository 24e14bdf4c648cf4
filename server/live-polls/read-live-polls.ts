import type { LivePolls } from '#app/model/live-polls.ts';
import { countSupports, listPolls } from '#db/live-polls/state.ts';
import type { Services } from '#server/services.ts';

/**
 * The polls of a meeting and the supports of its proposals, as its open pages are told (live:state, topic 'polls'). The
 * caller has looked whether those who are told may read the notes. An unknown meeting has none.
 */
export async function readLivePolls({ db }: Pick<Services, 'db'>, meetingId: string): Promise<LivePolls> {
  const [polls, supports] = await Promise.all([listPolls(db, meetingId), countSupports(db, meetingId)]);
  return { polls, supports };
}
