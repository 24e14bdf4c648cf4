import { localTime } from '#app/model/format-when.ts';
import type { MinutesContent, VersionNote } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findLatestVersion, type LatestVersion } from '#db/minutes/write.ts';
import { holdMinutes, noteVersionStep } from '#db/minutes/write-state.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { Editions } from './hash-for-approval.ts';
import { mayRedact } from './policy.ts';
import { readContent } from './read-content.ts';
import { sealVersion } from './seal-version.ts';

export type NotedVersion =
  | { ok: true; number: number }
  /** `number`: the version that is out, another than the one that was noted upon; 0: none. */
  | { ok: false; reason: 'stale'; number: number }
  | { ok: false; reason: 'not-allowed' | 'note-empty' };

/**
 * Sets a dated editor's note on top of what is published: a new version of the same words, whatever the notes say by now.
 * `number` is the version that the organiser read, `text` has been cleaned.
 */
export async function noteVersion(
  services: Services,
  scope: MeetingScope,
  by: Viewer,
  { number, text }: { number: number; text: string },
): Promise<NotedVersion> {
  if (!mayRedact(scope.can)) return { ok: false, reason: 'not-allowed' };
  if (text === '') return { ok: false, reason: 'note-empty' };
  const { meetingId } = scope;
  const now = services.clock.now();
  const noted = await inTransaction(services.db, async (trx): Promise<NotedVersion> => {
    const minutes = await holdMinutes(trx, meetingId);
    const latest = await findLatestVersion(trx, minutes.id);
    if (!latest || latest.number !== number) return { ok: false, reason: 'stale', number: latest?.number ?? 0 };
    const published = editionsOf(latest);
    const note = { kind: 'editor_note', number: number + 1, day: dayOf(now, published.public), text } as const;
    const version = { minutesId: minutes.id, meetingId, latest, by, at: now.toString(), reason: 'editor_note', note: text } as const;
    const added = await sealVersion(trx, services, { ...version, editions: withNote(published, note) });
    await noteVersionStep(trx, { minutesId: minutes.id, at: now.toString(), by: namedBy(by), number: added });
    const subject = { subjectType: 'meeting', subjectId: meetingId, detail: { number: added } };
    await recordAudit(trx, { personId: by.personId, action: 'minutes.noted', ...subject });
    return { ok: true, number: added };
  });
  if (noted.ok) services.live.changed(meetingId, 'minutes');
  return noted;
}

/** Both editions of a version as it was sealed, in today's shape. */
export function editionsOf({ content, internalContent }: Pick<LatestVersion, 'content' | 'internalContent'>): Editions {
  const open = readContent(content);
  return { public: open, internal: internalContent === null ? { ...open, edition: 'internal' } : readContent(internalContent) };
}

export function withNote({ public: open, internal }: Editions, note: VersionNote): Editions {
  const add = (content: MinutesContent) => ({ ...content, notes: [...content.notes, note] });
  return { public: add(open), internal: add(internal) };
}

/** A name stays beside what somebody did, when their record is erased. */
export function namedBy({ personId, givenName, familyName }: Viewer): { personId: string; name: string } {
  return { personId, name: `${givenName} ${familyName}`.trim() };
}

/** The ISO day of an instant where the meeting is. */
export function dayOf(now: Temporal.Instant, { meeting }: MinutesContent): string {
  return localTime(now.toString(), meeting.timeZone).slice(0, 10);
}
