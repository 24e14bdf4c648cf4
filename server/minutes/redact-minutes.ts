import { isRedactable, MAX_PHRASES, MAX_REDACTED, Redaction } from '#app/model/redaction.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { redactCarried } from '#db/minutes/redact-carried.ts';
import { findLatestVersion } from '#db/minutes/write.ts';
import { eraseVersion, listVersionsToErase, redactRows, type VersionToErase } from '#db/minutes/write-redaction.ts';
import { holdMinutes, noteVersionStep } from '#db/minutes/write-state.ts';
import { listSections } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import { redactVolumes } from '#db/volumes/redact.ts';
import { compactAfterForgetting, forgetHistory } from '#server/notes/history/erase-history.ts';
import { projectRecords } from '#server/notes/project-records.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { redactNotes } from '#server/notes/redact-notes.ts';
import type { Services } from '#server/services.ts';
import { editionsOf, namedBy } from './note-version.ts';
import { mayRedact } from './policy.ts';
import { readContent } from './read-content.ts';
import { findInContent, redactContent } from './redact-content.ts';
import { repeatingPoints } from './redact-elsewhere.ts';
import { leavesWithout } from './redact-leaves.ts';
import { sealVersion } from './seal-version.ts';

export type Redacted =
  | { ok: true; number: number }
  /** `number`: the version that is out, another than the one that was looked at; 0: none. */
  | { ok: false; reason: 'stale'; number: number }
  | { ok: false; reason: 'not-allowed' | 'nothing-found' | 'notes-full' | 'words-unfit' | 'reason-empty' | 'reason-repeats' };

export interface RedactionOrder {
  /** The latest version, as the organiser saw it. */
  number: number;
  /** What is redacted, cleaned; each found wherever it stands. */
  words: readonly string[];
  /** Why, cleaned; it is published. */
  reason: string;
}

/**
 * Takes words out of all that was published and of all that would be: the latest version is published anew with
 * « [mention occultée] » in their place; the texts and files of every version before are erased, their hashes stay; and the
 * same words go from the notes and their past, from proposals, follow-ups and whatever else belongs to the meeting, and from
 * what went on to other agendas. What other meetings have published is not touched, nor the directory: a name is erased there.
 */
export async function redactMinutes(services: Services, scope: MeetingScope, by: Viewer, order: RedactionOrder): Promise<Redacted> {
  const refused = unfit(scope, order);
  if (refused) return { ok: false, reason: refused };
  const { meetingId } = scope;
  const redaction = new Redaction(order.words);
  let agendas: string[] = [];
  if (repeats(order)) return { ok: false, reason: 'reason-repeats' };
  const redacted = await inTransaction(services.db, async (trx): Promise<Redacted> => {
    const minutes = await holdMinutes(trx, meetingId);
    const latest = await findLatestVersion(trx, minutes.id);
    if (latest?.number !== order.number) return { ok: false, reason: 'stale', number: latest?.number ?? 0 };
    const before = await listVersionsToErase(trx, minutes.id);
    const inVersions = before.some((version) => says(version, redaction));
    const inNotes = await redactNotes(trx, { meetingId, redaction, authorPersonId: by.personId });
    if (inNotes === 'too-large') return { ok: false, reason: 'notes-full' };
    const inRows = await redactRows(trx, { meetingId, minutesId: minutes.id, redaction });
    agendas = await redactCarried(trx, await repeatingPoints(trx, scope), redaction);
    if (!inVersions && inNotes === 'unchanged' && inRows.length + agendas.length === 0) return { ok: false, reason: 'nothing-found' };
    const published = editionsOf(latest);
    const editions = { public: redactContent(published.public, redaction), internal: redactContent(published.internal, redaction) };
    const at = services.clock.now().toString();
    const version = { minutesId: minutes.id, meetingId, latest, editions, by, at, reason: 'redaction', note: order.reason } as const;
    const number = await sealVersion(trx, services, version);
    const sealed = await findLatestVersion(trx, minutes.id);
    if (!sealed) throw new Error('The version that was just made is not there.');
    const now = { public: sealed.content, internal: sealed.internalContent };
    for (const each of before) {
      const note = redaction.touches(each.note) ? '' : each.note;
      await eraseVersion(trx, { minutesId: minutes.id, number: each.number, note, leaves: leavesWithout(each, now), at });
    }
    await redactVolumes(trx, { meetingId, redaction, at });
    await forgetHistory(trx, meetingId);
    await noteVersionStep(trx, { minutesId: minutes.id, at, by: namedBy(by), number });
    const subject = { subjectType: 'meeting', subjectId: meetingId, detail: { number, versions: before.length } };
    await recordAudit(trx, { personId: by.personId, action: 'minutes.redacted', ...subject });
    return { ok: true, number };
  });
  if (!redacted.ok) return redacted;
  services.live.changed(meetingId, 'minutes');
  services.live.changed(meetingId, 'notes');
  for (const id of agendas) services.live.changed(id, 'agenda');
  const sections = await listSections(services.db, meetingId);
  if (await projectRecords(services.db, meetingId, await readDocument(services.db, meetingId), sections))
    services.live.changed(meetingId, 'records');
  await compactAfterForgetting(services, meetingId);
  return redacted;
}

function says({ content, internalContent, note }: VersionToErase, redaction: Redaction): boolean {
  const texts = [content, internalContent].flatMap((text) => (text === null ? [] : [readContent(text)]));
  return redaction.touches(note) || texts.some((text) => findInContent(text, redaction).length > 0);
}

function unfit({ can }: MeetingScope, { words, reason }: RedactionOrder): 'not-allowed' | 'words-unfit' | 'reason-empty' | null {
  if (!mayRedact(can)) return 'not-allowed';
  const size = words.reduce((sum, phrase) => sum + phrase.length, 0);
  if (words.length === 0 || words.length > MAX_PHRASES || size > MAX_REDACTED || !words.every(isRedactable)) return 'words-unfit';
  return reason === '' ? 'reason-empty' : null;
}

/** Whether the reason, which is published, says one of the words that are to go: half a name tells the whole one. */
function repeats({ words, reason }: RedactionOrder): boolean {
  const single = words.flatMap((phrase) => phrase.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3 && isRedactable(word));
  return new Redaction([...words, ...new Set(single)]).touches(reason);
}
