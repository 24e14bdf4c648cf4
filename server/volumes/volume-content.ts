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
