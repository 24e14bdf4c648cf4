import { m } from '#app/messages/compiled/messages.js';
import { IMPORT_LIMITS, type ReadingFault } from '#app/model/imports.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listAgenda } from '#db/agenda/read.ts';
import { recordAudit } from '#db/audit/write.ts';
import { insertComplement } from '#db/complements/write.ts';
import { findVersion, listVersions } from '#db/minutes/read.ts';
import { holdMinutes } from '#db/minutes/write-state.ts';
import { listSections } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import { isDecidable } from '#server/complements/policy.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { readContent } from '#server/minutes/read-content.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { derivedId } from './derived-id.ts';
import { readApart } from './reader/read-apart.ts';
import { compareReturned, type ReturnedProposal } from './returned/compare-returned.ts';
import { comparable, knownParagraphs, wordsOfVersion } from './returned/known-paragraphs.ts';

export type ReturnedMinutes =
  /** `again`: proposals that an earlier sending of the same file made. Both 0: the file says what the minutes say. */
  | { ok: true; made: number; again: number }
  | { ok: false; reason: ReadingFault }
  /** The file is of no word processor, or of other minutes; minutes that are approved take no proposals; more than anybody decides. */
  | { ok: false; reason: 'no_word_processor' | 'other_document' | 'not_open' | 'too_many' };

/** Most proposals that one file makes. */
const MOST_RETURNED = 500;
/** Versions whose words are still known. */
const MOST_VERSIONS = 20;

/**
 * Reads a file of these minutes that somebody changed in their word processor: every difference, tracked change and comment
 * becomes a proposal to decide on. The notes stay as they are. The same file again makes nothing new.
 * `from`: who sent it, for what the file gives no author of.
 */
export async function returnMinutes(
  services: Services,
  { viewer, scope, fileName, bytes, from }: { viewer: Viewer; scope: OrganisedMeeting; fileName: string; bytes: Uint8Array; from: string },
): Promise<ReturnedMinutes> {
  if (bytes.length > IMPORT_LIMITS.bytes) return { ok: false, reason: 'too_large' };
  const read = await readApart(services.log, bytes);
  if (!read.ok) return { ok: false, reason: read.fault };
  if (read.format !== 'docx' && read.format !== 'odt') return { ok: false, reason: 'no_word_processor' };
  const { meetingId } = scope;
  const versions = await versionsOf(services, scope);
  // a point of the agenda may be called « Synthèse » too
  const titles = new Set((await listAgenda(services.db, scope)).map(({ title }) => comparable(title)));
  const ours = OURS.difference(titles);
  // before the minutes are held: long papers take their time. What somebody writes meanwhile changes nothing of it: a proposal
  // tells which words it was made of
  const known = knownParagraphs(await readNotesWithin(services.db, meetingId));
  const proposals = compareReturned(read.parts, { known, versions, ours });
  const returned = await inTransaction<ReturnedMinutes>(services.db, async (trx) => {
    const minutes = await holdMinutes(trx, meetingId);
    if (!isDecidable(minutes.state)) return { ok: false, reason: 'not_open' };
    if (!proposals) return { ok: false, reason: 'other_document' };
    if (proposals.length > MOST_RETURNED) return { ok: false, reason: 'too_many' };
    const name = cleanLine(from) || m.imports_returned_file({ name: cleanLine(fileName).slice(0, 120) }, { locale: 'fr' });
    const createdAt = services.clock.now().toString();
    let made = 0;
    const there = new Set(await listSections(trx, meetingId));
    for (const proposal of proposals) {
      const row = rowOf(proposal, { minutesId: minutes.id, name, createdAt });
      // as for any proposal on a point that is taken away
      const agendaItemId = there.has(row.agendaItemId) ? row.agendaItemId : null;
      if (await insertComplement(trx, { ...row, agendaItemId })) made += 1;
    }
    if (made > 0)
      await recordAudit(trx, {
        ...{ personId: viewer.personId, action: 'complement.return', subjectType: 'meeting', subjectId: meetingId },
        detail: { made },
      });
    return { ok: true, made, again: proposals.length - made };
  });
  if (returned.ok && returned.made > 0) services.live.changed(meetingId, 'minutes');
  return returned;
}

/** Words that our files put between paragraphs of the notes, and titles of what they gather from them. */
const OURS = new Set(
  [
    m.minutes_internal,
    m.minutes_actions,
    m.minutes_agenda,
    m.minutes_annex,
    m.minutes_complements,
    m.minutes_decisions,
    m.minutes_highlights,
    m.minutes_next,
    m.minutes_synthesis,
  ].map((words) => comparable(words({}, { locale: 'fr' }))),
);

/** What every version that is still there said, in both editions, latest first. */
async function versionsOf({ db }: Services, scope: OrganisedMeeting): Promise<Map<string, string>[]> {
  const numbers = (await listVersions(db, scope)).map(({ number }) => number).sort((a, b) => b - a);
  const words: Map<string, string>[] = [];
  for (const number of numbers.slice(0, MOST_VERSIONS)) {
    const version = await findVersion(db, scope, number);
    for (const text of [version?.content, version?.internalContent]) if (text) words.push(wordsOfVersion(readContent(text)));
  }
  return words;
}

function rowOf(proposal: ReturnedProposal, { minutesId, name, createdAt }: { minutesId: string; name: string; createdAt: string }) {
  const { author, proposed, ...what } = proposal;
  // the spaces at the ends of a run part it from the next one
  const words = proposed && {
    ...proposed,
    inline: proposed.inline.map((run) => ({ ...run, text: cleanText(`|${run.text}|`).slice(1, -1) })),
  };
  return {
    ...{ id: derivedId(minutesId, JSON.stringify([what, proposed, author])), minutesId, reviewId: null },
    ...{ ...what, proposed: words, comment: cleanText(what.comment), createdAt },
    ...{ authorId: null, attendanceId: null, authorName: cleanLine(author).slice(0, 200) || name, authorOrganisation: '' },
  };
}
