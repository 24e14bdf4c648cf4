import type { Edition } from '#app/model/minutes-content.ts';
import type { VolumeCover, VolumeEntry, VolumeFrame, VolumeTexts } from '#app/model/volumes.ts';
import type { SessionToBind } from '#db/volumes/read.ts';

export interface Frames {
  public: VolumeFrame;
  internal: VolumeFrame;
}

export interface ToFrame {
  cover: VolumeCover;
  texts: Pick<VolumeTexts, 'note' | 'withOrganisations' | 'withIndex'>;
  annexes: readonly { title: string; body: string }[];
  /** Those that are in it, in its order. */
  sessions: readonly SessionToBind[];
  /** Number of the first session; 0 where a plenary opens the edition. */
  first: number;
}

/** Both readings of a volume: what anybody may read, and what its organisers may, with all sessions and their internal editions. */
export function composeFrames({ cover, texts, annexes, sessions, first }: ToFrame): Frames {
  const { note, withOrganisations, withIndex } = texts;
  const frame = (edition: Edition): VolumeFrame => ({
    ...{ format: 1, edition, language: 'fr', volume: cover, note, withOrganisations, withIndex },
    annexes: annexes.map(({ title, body }) => ({ title, body })),
    entries: sessions
      .filter(({ open }) => open || edition === 'internal')
      .map((session, index) => entryOf(session, first + index, edition)),
  });
  return { public: frame('public'), internal: frame('internal') };
}

function entryOf({ meetingId, slug, title, status, minutes }: SessionToBind, number: number, edition: Edition): VolumeEntry {
  if (!minutes) return { kind: status === 'cancelled' ? 'cancelled' : 'missing', number, meetingId, slug, title };
  const sha256 = (edition === 'internal' ? (minutes.internalSha256 ?? minutes.sha256) : minutes.sha256).toString('hex');
  return { kind: 'minutes', number, meetingId, slug, version: minutes.number, sha256 };
}

/** The sessions that are in a volume, where its organisers put them, else where the programme has them. */
export function inOrder(sessions: readonly SessionToBind[]): SessionToBind[] {
  return sessions
    .map((session, index) => ({ session, at: session.position ?? index }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ session }) => session);
}

/** 0 where the first session has the edition to itself while others run side by side: the plenary that opens it. */
export function firstNumber(sessions: readonly SessionToBind[]): 0 | 1 {
  const starts = sessions.map(({ edtf }) => edtf.split('/')[0] ?? '');
  const alone = (start: string | undefined) => starts.filter((each) => each === start).length === 1;
  return alone(starts[0]) && starts.some((start) => !alone(start)) ? 0 : 1;
}
