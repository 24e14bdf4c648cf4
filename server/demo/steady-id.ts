import { createHash } from 'node:crypto';

/** A UUID that is always the same for the same thing of the same meeting, so that a second attempt makes nothing twice. */
export function steadyId(meetingId: string, what: string): string {
  const hash = createHash('sha256').update(`${meetingId} ${what}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
