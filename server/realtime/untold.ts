const KEPT_MS = 5 * 60_000;

/** Meetings in which something was stored that nobody was told, because nobody else was there; of the last five minutes. */
export class Untold {
  private readonly storedAt = new Map<string, number>();

  add(meetingIds: Iterable<string>): void {
    const now = performance.now();
    for (const meetingId of meetingIds) this.storedAt.set(meetingId, now);
  }

  /** Gives them, and forgets them. */
  take(): string[] {
    const meetingIds = [...this.storedAt.keys()];
    this.storedAt.clear();
    return meetingIds;
  }

  /** Whoever comes after so long a time would have been heard of before. */
  forgetOld(): void {
    const now = performance.now();
    for (const [meetingId, at] of this.storedAt) if (now - at > KEPT_MS) this.storedAt.delete(meetingId);
  }
}
