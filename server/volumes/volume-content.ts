import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { Chapter, VolumeFrame } from '#app/model/volumes.ts';

/** A volume with all that it says: what renders it needs nothing else. */
export interface VolumeContent {
  frame: VolumeFrame;
  /** In the order of the frame; a session whose words were redacted since is not among them. */
  chapters: BoundChapter[];
}

export interface BoundChapter extends Chapter {
  /** Of these minutes. */
  publishedAt: string;
  publishedByName: string;
}

/**
 * What files print of a session: all but its list of participants. At a conference that would be half of the pages, with the
 * same names again and again; the organisations stand once at the end, and each session's minutes have the list.
 */
export function withoutParticipants(content: MinutesContent): MinutesContent {
  return { ...content, annex: { present: [], excused: [] } };
}
