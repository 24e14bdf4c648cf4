import type { Services } from '#server/services.ts';

/** After the commit: pages of these meetings that stand open read again. */
export function tellOpenPages(services: Services, meetingIds: readonly string[]): void {
  for (const meetingId of meetingIds) {
    services.live.changed(meetingId, 'meeting');
    services.live.accessChanged({ meetingId });
  }
}
