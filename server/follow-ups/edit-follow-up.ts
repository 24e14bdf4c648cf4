import type { ChosenState } from '#app/model/follow-ups.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { type EditedFollowUp, findFollowUp, listOrganisationChoices, listOwnerChoices } from '#db/follow-ups/read-to-edit.ts';
import { type FollowUpChange, lockFollowUp, updateFollowUp } from '#db/follow-ups/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

/** Who does it. A body with or without the person there whom mails go to; a text for whoever is in no list. */
export type ChosenOwner =
  | { kind: 'nobody' }
  | { kind: 'person'; id: string }
  | { kind: 'organisation'; id: string; contactId: string | null }
  | { kind: 'text'; name: string };

export interface FollowUpEdit {
  owner: ChosenOwner;
  /** ISO day. */
  dueOn: string | null;
  state: ChosenState;
  outcome: string;
}

export type EditOutcome =
  | { ok: true }
  /** Somebody changed it since the form was filled: `current` is what it says now. */
  | { ok: false; reason: 'conflict'; current: EditedFollowUp }
  | { ok: false; reason: 'gone' | 'unknown_owner' };

/** What organisers correct of an action or a decision once it is published: the words are the minutes', the rest is theirs. */
export async function editFollowUp(
  services: Services,
  { viewer, scope, id, revision, edit }: { viewer: Viewer; scope: OrganisedGroup; id: string; revision: number; edit: FollowUpEdit },
): Promise<EditOutcome> {
  const now = services.clock.now().toString();
  return inTransaction<EditOutcome>(services.db, async (trx) => {
    const locked = await lockFollowUp(trx, id);
    const current = await findFollowUp(trx, scope, id);
    if (!locked || !current) return { ok: false, reason: 'gone' };
    if (current.revision !== revision) return { ok: false, reason: 'conflict', current };
    const owner = current.kind === 'decision' ? {} : await ownerChange(trx, scope, current, edit.owner);
    if (!owner) return { ok: false, reason: 'unknown_owner' };
    const due = edit.dueOn === current.dueOn ? {} : { dueOn: edit.dueOn, remindedOn: null };
    const state = edit.state === current.state ? {} : { state: edit.state, stateAt: now, stateBy: viewer.personId };
    // a wish for another date is answered by saving the form, whatever the date is now
    await updateFollowUp(trx, id, { ...owner, ...due, ...state, outcome: edit.outcome, askedDue: null }, now);
    const changed = { ownerId: owner.ownerId, dueOn: due.dueOn, state: state.state };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'follow_up.edit', subjectType: 'follow_up', subjectId: id },
      detail: Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)),
    });
    return { ok: true };
  });
}

/** Nothing where the owner stays; null for somebody whom the form did not offer. */
async function ownerChange(trx: Trx, scope: OrganisedGroup, current: EditedFollowUp, chosen: ChosenOwner): Promise<FollowUpChange | null> {
  const given = await ownerOf(trx, scope, current, chosen);
  if (!given) return null;
  const { ownerId, ownerOrganisationId } = given;
  const same = ownerId === current.ownerId && ownerOrganisationId === current.ownerOrganisationId;
  if (same && (ownerId !== null || ownerOrganisationId !== null || given.ownerName === current.ownerName))
    // whoever said « pas moi » and is chosen again is asked again
    return current.declinedAt ? ASKED_ANEW : {};
  return { ...given, ...ASKED_ANEW };
}

const ASKED_ANEW = { notifiedAt: null, confirmedAt: null, declinedAt: null, ownerWord: '', remindedOn: null };

type GivenOwner = { ownerId: string | null; ownerOrganisationId: string | null; ownerName: string; ownerPublic: string };

/** An owner whom no minutes name is shown to the public as a body only: nobody chose that the name be public. */
async function ownerOf(trx: Trx, scope: OrganisedGroup, current: EditedFollowUp, chosen: ChosenOwner): Promise<GivenOwner | null> {
  const nobody = { ownerId: null, ownerOrganisationId: null, ownerName: '', ownerPublic: '' };
  if (chosen.kind === 'nobody') return nobody;
  if (chosen.kind === 'text') return { ...nobody, ownerName: chosen.name };
  const people = await listOwnerChoices(trx, scope, current);
  if (chosen.kind === 'person') {
    const person = people.find(({ id }) => id === chosen.id);
    return person ? { ...nobody, ownerId: person.id, ownerName: person.name, ownerPublic: person.organisation } : null;
  }
  const organisation = (await listOrganisationChoices(trx, scope, current)).find(({ id }) => id === chosen.id);
  const contact = people.find(({ id }) => id === chosen.contactId);
  if (!organisation || (chosen.contactId && !contact)) return null;
  const { name } = organisation;
  return { ownerId: contact?.id ?? null, ownerOrganisationId: organisation.id, ownerName: name, ownerPublic: name };
}
