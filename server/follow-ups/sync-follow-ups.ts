import { blockText, type MinutesContent, textOf } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { Trx } from '#db/client.ts';
import { findKnownOrganisations } from '#db/directory/match.ts';
import { findEnd, listPossibleOwners, type WrittenFollowUp, writeFollowUps } from '#db/follow-ups/sync.ts';
import { organisationKeysOf, recogniseOwner } from './recognise-owner.ts';

/** Nobody expects to be asked for what was decided longer ago: actions of past minutes start as closed, and can be reopened. */
const FOLLOWED_FOR = { hours: 24 * 183 };

/**
 * Makes the decisions and actions of a version the records that are followed, by the ids of their blocks. Called in the
 * transaction that publishes, also an erratum; twice with the same version changes nothing. A redaction does not call it: it
 * redacts the records where they are.
 * `content` is the internal edition and `publicContent` the public one, which says what everybody may read, and whose name.
 */
export async function syncFollowUps(
  trx: Trx,
  of: { meetingId: string; groupId: string; content: MinutesContent; publicContent: MinutesContent; now: Temporal.Instant },
): Promise<void> {
  const { meetingId, groupId, content, publicContent, now } = of;
  const people = await listPossibleOwners(trx, meetingId);
  const assignees = content.actions.map(({ assignee }) => assignee);
  const organisations = await findKnownOrganisations(trx, organisationKeysOf(assignees, people));
  const picked = pickedIn(content);
  const decisions = new Set(publicContent.decisions.map(({ blockId }) => blockId));
  const actions = new Map(publicContent.actions.map((action) => [action.blockId, action]));
  const end = await findEnd(trx, meetingId);
  const past = end !== null && Temporal.Instant.compare(Temporal.Instant.from(end).add(FOLLOWED_FOR), now) < 0;
  const rows: WrittenFollowUp[] = [
    ...content.decisions.map((decision) => ({
      ...{ blockId: decision.blockId, kind: 'decision' as const, number: decision.number, body: lineOf(textOf(decision.inline)) },
      ...{ internal: !decisions.has(decision.blockId), ...NOBODY, dueOn: null, state: 'open' as const },
    })),
    ...content.actions.map((action) => ({
      ...{ blockId: action.blockId, kind: 'action' as const, number: action.number, body: lineOf(textOf(action.inline)) },
      internal: !actions.has(action.blockId),
      ...recogniseOwner({ assignee: action.assignee, assigneeId: picked.get(action.blockId) ?? null }, people, organisations),
      ...{ ownerName: action.assignee, ownerPublic: actions.get(action.blockId)?.assignee ?? '', dueOn: action.due },
      state: past ? ('dropped' as const) : ('open' as const),
    })),
  ];
  const unique = [...new Map(rows.map((row) => [row.blockId, row])).values()];
  await writeFollowUps(trx, { meetingId, groupId, rows: unique, now: now.toString() });
}

const NOBODY = { ownerId: null, ownerOrganisationId: null, ownerName: '', ownerPublic: '' };

const lineOf = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** The attendance that was picked in the notes for each action, by block id. */
function pickedIn(content: MinutesContent): Map<string, string> {
  const picked = new Map<string, string>();
  const visit = (block: NoteBlock): void => {
    if (block.type === 'paragraph' && block.assigneeId && blockText(block) !== '') picked.set(block.id, block.assigneeId);
    else if (block.type === 'quote') block.blocks.forEach(visit);
    else if (block.type === 'list') block.items.flat().forEach(visit);
    else if (block.type === 'table') for (const cell of block.rows.flat()) cell.blocks.forEach(visit);
  };
  for (const { entries } of content.sections)
    for (const entry of entries) (entry.type === 'intervention' ? entry.blocks : [entry.block]).forEach(visit);
  return picked;
}
