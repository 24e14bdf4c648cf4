import type { ImportDraft } from '#app/model/imports.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { lockImport, updateImport } from '#db/imports/write.ts';
import { findPlanned } from '#db/meetings/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { Importer } from './access.ts';
import { derivedId } from './derived-id.ts';
import { type DraftSection, draftSections } from './draft-sections.ts';
import { importNotes, MOST_IMPORTED } from './import-notes.ts';
import { importPeople } from './import-people.ts';
import { importAgenda, MOST_POINTS, planOf } from './past-meeting.ts';
import { emptied } from './save-import.ts';
import { withoutContacts } from './without-contacts.ts';

export type FinishedImport =
  | { ok: true; slug: string }
  | { ok: false; reason: 'closed' | 'no_title' | 'no_text' | 'too_many_points' | 'too_large' }
  /** Nobody said who these attendees of the draft are. */
  | { ok: false; reason: 'people'; undecided: string[] };

/** Thrown to leave the transaction with nothing done. */
class Refused extends Error {
  readonly answer: FinishedImport & { ok: false };

  constructor(answer: FinishedImport & { ok: false }) {
    super(answer.reason);
    this.answer = answer;
  }
}

/**
 * Makes a past meeting of what was looked through: its date and place, its agenda, who attended, and the notes. No invitation
 * and no mail is sent. Everything it makes has an id that follows from the import: called again after it was cut off, or by two
 * people at once, it takes up where it was and makes nothing twice.
 */
export async function finishImport(services: Services, importer: Importer): Promise<FinishedImport> {
  const { importId } = importer.scope;
  try {
    const { slug, sections } = await inTransaction(services.db, (trx) => makeMeeting(trx, services, importer));
    const meetingId = derivedId(importId, 'meeting');
    await importNotes(services, { meetingId, sections, authorPersonId: importer.viewer.personId });
    await inTransaction(services.db, (trx) => close(trx, services, importer));
    return { ok: true, slug };
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

interface Section extends DraftSection {
  agendaItemId: string;
}

async function makeMeeting(trx: Trx, services: Services, importer: Importer): Promise<{ slug: string; sections: Section[] }> {
  const { importId } = importer.scope;
  const { draft, state, meetingId: made } = await lockImport(trx, importId);
  if (state === 'dropped') throw new Refused({ ok: false, reason: 'closed' });
  if (state === 'done') {
    const meeting = made === null ? null : await findPlanned(trx, made);
    if (!meeting) throw new Refused({ ok: false, reason: 'closed' });
    return { slug: meeting.slug, sections: [] };
  }
  const kept = draft.keepContacts ? draft : { ...draft, pieces: withoutContacts(draft.pieces) };
  const refusal = refusalOf(kept);
  if (refusal) throw new Refused({ ok: false, reason: refusal });
  const now = services.clock.now().toString();
  const meetingId = derivedId(importId, 'meeting');
  const { plan, slug } = await planOf(trx, importer, { header: draft.header, meetingId, now });
  const people = await importPeople(trx, importer, { draft: kept, meetingId, place: plan.placeName, now });
  if (!people.ok) throw new Refused({ ok: false, reason: 'people', undecided: people.undecided });
  const sections = draftSections(kept, {
    idOf: (key) => derivedId(importId, `block ${key}`),
    attendanceOf: (id) => people.attendances.get(id) ?? null,
  }).map((section) => ({ ...section, agendaItemId: derivedId(importId, `point ${section.pieceId}`) }));
  await importAgenda(trx, { meetingId, sections });
  // who everybody is stays as it was decided, also when the directory has them now that this ran
  if (!made) await updateImport(trx, { id: importId, draft: { ...draft, attendees: people.attendees }, meetingId, now });
  return { slug, sections };
}

async function close(trx: Trx, services: Services, { scope, viewer }: Importer): Promise<void> {
  const { draft, state, meetingId } = await lockImport(trx, scope.importId);
  if (state !== 'open') return;
  await updateImport(trx, { id: scope.importId, draft: emptied(draft), state: 'done', now: services.clock.now().toString() });
  await recordAudit(trx, {
    ...{ personId: viewer.personId, action: 'import.finish', subjectType: 'import', subjectId: scope.importId },
    detail: { meetingId },
  });
}

function refusalOf({ header, pieces }: ImportDraft): 'no_title' | 'no_text' | 'too_many_points' | 'too_large' | null {
  if (header.title.value.trim() === '') return 'no_title';
  const kept = pieces.filter((piece) => piece.kind !== 'out');
  if (kept.length === 0) return 'no_text';
  if (kept.filter((piece) => piece.kind === 'section').length >= MOST_POINTS) return 'too_many_points';
  const length = kept.reduce((sum, piece) => sum + [piece.inline, ...piece.cells].flat().reduce((all, run) => all + run.text.length, 0), 0);
  return length > MOST_IMPORTED ? 'too_large' : null;
}
