import { plainText } from '#app/model/note-runs.ts';
import type { Proposal } from '#app/model/proposals.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { ANSWERED, CHANGED_SINCE, type DemoProposal, PROPOSALS, READING, REVIEW_SCRIPT, REVIEW_TIMES } from '#db/demo/in-review.ts';
import type { InsertedMeeting } from '#db/demo/insert-meeting.ts';
import type { DemoMeeting } from '#db/demo/meetings.ts';
import { type DemoPersonKey, ORGANISATIONS, PEOPLE } from '#db/demo/network.ts';
import { findReviewProgress } from '#db/demo/read-review.ts';
import { type Cast, readScript } from '#db/demo/script.ts';
import { inTransaction } from '#db/transaction.ts';
import { acceptComplement } from '#server/complements/accept-complement.ts';
import { fingerprintOf, type Place, placesOf } from '#server/complements/find-place.ts';
import { refuseComplement } from '#server/complements/refuse-complement.ts';
import { type OrganisedMeeting, organiseMeeting } from '#server/meetings/access.ts';
import { editBlocks } from '#server/notes/edit-blocks.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { enterReviewAsAttendee } from '#server/reviews/access.ts';
import { answerReview, noteOpening } from '#server/reviews/answer-review.ts';
import { openReview } from '#server/reviews/open-review.ts';
import { type ProposalPlace, proposeComplement } from '#server/reviews/propose-complement.ts';
import type { Services } from '#server/services.ts';
import { steadyId } from './steady-id.ts';

interface Filling {
  services: Services;
  meeting: DemoMeeting;
  rows: InsertedMeeting;
  people: ReadonlyMap<DemoPersonKey, string>;
  cast: Cast;
  by: { scope: OrganisedMeeting; viewer: Viewer };
}

/**
 * Minutes in review, through the verbs of the product: notes, the review, what its readers proposed, and some decisions. A
 * start that was cut short is finished by the next; what somebody did with the demo since is left alone.
 */
export async function fillReview(services: Services, secretary: Viewer, given: Omit<Filling, 'services' | 'by'>): Promise<void> {
  const scope = await organiseMeeting(services, secretary, given.meeting.slug);
  const filling: Filling = { ...given, services, by: { scope, viewer: secretary } };
  const { opened, proposals, decided } = await findReviewProgress(services.db, scope.meetingId);
  if (!opened) await open(filling);
  if (proposals < PROPOSALS.length && decided === 0) await propose(filling);
  if (decided === 0) await decide(filling);
}

/** The same services, some days from now. */
function onDay(services: Services, days: number): Services {
  const then = services.clock.now().add({ hours: 24 * days });
  return { ...services, clock: { now: () => then } };
}

async function open({ services, meeting, rows, cast, by }: Filling): Promise<void> {
  for (const { title, blocks } of readScript(REVIEW_SCRIPT, 'relecture', cast)) {
    const agendaItemId = rows.agenda.get(title);
    if (!agendaItemId) throw new Error(`The script of ${meeting.slug} has '${title}', which is not on its agenda.`);
    await appendBlocks(services, rows.id, agendaItemId, blocks, by.viewer.personId);
  }
  const people = [...rows.attendances.values()];
  const deadline = services.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().add({ days: REVIEW_TIMES.deadline });
  const message = 'Merci de relire vos interventions et de compléter ce qui manque.';
  const review = { id: steadyId(rows.id, 'review'), deadline: deadline.toString(), message, people, expected: people.length };
  const opened = await openReview(onDay(services, REVIEW_TIMES.opened), { ...by, review });
  if (!opened.ok) throw new Error(`The review of ${meeting.slug} could not be opened: ${opened.reason}.`);
}

async function propose(filling: Filling): Promise<void> {
  const { services, meeting, rows } = filling;
  const then = onDay(services, REVIEW_TIMES.proposed);
  const places = placesOf(await readNotesWithin(services.db, rows.id));
  for (const [index, given] of PROPOSALS.entries()) {
    const { scope } = await enterReviewAsAttendee(services, viewerOf(filling, given.by), meeting.slug);
    const place = given.on === null ? null : saying(places, given.on);
    const asked = { id: steadyId(rows.id, `${index}`), proposal: proposalOf(given, place), place: placeOf(rows.id, place) };
    const proposed = await proposeComplement(then, scope, asked);
    if (!proposed.ok) throw new Error(`A proposal of the demo was not taken: ${proposed.reason}.`);
  }
  for (const key of [...ANSWERED, ...READING]) {
    const { scope } = await enterReviewAsAttendee(services, viewerOf(filling, key), meeting.slug);
    if (READING.includes(key)) await noteOpening(then, scope);
    else await answerReview(then, scope);
  }
}

async function decide({ services, rows, by }: Filling): Promise<void> {
  const then = onDay(services, REVIEW_TIMES.decided);
  const at = { meetingId: rows.id, authorPersonId: by.viewer.personId };
  const places = placesOf(await readNotesWithin(services.db, rows.id));
  for (const { on, words, instead } of CHANGED_SINCE) {
    const { paragraph } = saying(places, on);
    const inline = [{ text: plainText(paragraph.inline).replace(words, instead) }];
    const edits = [{ do: 'replace', blockId: paragraph.id, inline } as const];
    const edited = await inTransaction(services.db, (trx) => editBlocks(trx, services, { ...at, edits }));
    if (edited.ok) await edited.afterCommit();
  }
  for (const [index, { on, decision }] of PROPOSALS.entries()) {
    const id = steadyId(rows.id, `${index}`);
    const seen = fingerprintOf(on === null ? null : saying(places, on));
    if (decision?.accept)
      await acceptComplement(then, by, { id, seen, text: null, into: null, identity: null, answer: decision.answer ?? '' });
    else if (decision) await refuseComplement(then, by, { id, reason: decision.reason });
  }
}

function saying(places: ReadonlyMap<string, Place>, words: string): Place {
  const found = places.values().find(({ paragraph }) => plainText(paragraph.inline).includes(words));
  if (!found) throw new Error(`No paragraph of the demo says '${words}'.`);
  return found;
}

function placeOf(meetingId: string, place: Place | null): ProposalPlace {
  if (!place) return { at: 'minutes' };
  const { agendaItemId, paragraph } = place;
  const text = plainText(paragraph.inline);
  return { at: 'paragraph', shown: { meetingId, agendaItemId, blockId: paragraph.id, kind: paragraph.kind, text } };
}

function proposalOf({ by, what, comment = '' }: DemoProposal, place: Place | null): Proposal {
  switch (what.kind) {
    case 'insert':
      return { ...what, comment };
    case 'replace':
      return { kind: 'replace', text: plainText(place?.paragraph.inline ?? []).replace(what.words, what.instead), comment };
    case 'identity': {
      const { given, family, organisation } = PEOPLE[by];
      const identity = { name: `${given} ${family}`, function: what.function, organisation: ORGANISATIONS[organisation][0] };
      return { kind: 'identity', identity, comment };
    }
    default:
      return { kind: what.kind, comment };
  }
}

function viewerOf({ people }: Filling, key: DemoPersonKey): Viewer {
  const { given: givenName, family: familyName } = PEOPLE[key];
  return { personId: people.get(key) ?? '', givenName, familyName, language: 'fr', timeZone: 'Europe/Paris', networkOrganiser: false };
}
