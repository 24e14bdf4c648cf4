import { m } from '#app/messages/compiled/messages.js';
import { CHOSEN_STATES, FOLLOW_UP_LIMITS } from '#app/model/follow-ups.ts';
import { parseIsoDay } from '#app/model/iso-day.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import type { EditedFollowUp } from '#db/follow-ups/read-to-edit.ts';
import type { ChosenOwner, FollowUpEdit } from '#server/follow-ups/edit-follow-up.ts';
import { tooLong } from './own-answer.ts';

/** The fields of the form, as typed. */
export interface FollowUpFormValues {
  /** '' nobody, 'text', 'p:<id>' a person, 'o:<id>' an organisation. */
  owner: string;
  ownerName: string;
  contact: string;
  dueOn: string;
  state: string;
  outcome: string;
}

export type FollowUpFaults = Partial<Record<keyof FollowUpFormValues, string>>;

export function valuesOf(row: EditedFollowUp): FollowUpFormValues {
  const { ownerId, ownerOrganisationId, ownerName } = row;
  const owner = ownerOrganisationId ? `o:${ownerOrganisationId}` : ownerId ? `p:${ownerId}` : ownerName ? 'text' : '';
  return {
    owner,
    ownerName: owner === 'text' ? ownerName : '',
    contact: ownerOrganisationId ? (ownerId ?? '') : '',
    // the date that the owner asks for is proposed: saving the form grants it
    dueOn: row.askedDue ?? row.dueOn ?? '',
    state: row.state,
    outcome: row.outcome,
  };
}

export function valuesOfForm(form: FormData): FollowUpFormValues {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    ...{ owner: text('owner'), ownerName: cleanLine(text('ownerName')), contact: text('contact') },
    ...{ dueOn: text('dueOn'), state: text('state'), outcome: cleanText(text('outcome')) },
  };
}

/** What the form asks for, or what is to be corrected. */
export function parseFollowUpForm(values: FollowUpFormValues): { edit: FollowUpEdit } | { faults: FollowUpFaults } {
  const faults: FollowUpFaults = {};
  const owner = ownerOf(values);
  if (owner === 'unknown') faults.owner = m.follow_ups_fault_owner();
  else if (owner.kind === 'text' && owner.name === '') faults.ownerName = m.follow_ups_fault_owner_name();
  const long = { ownerName: tooLong(values.ownerName, FOLLOW_UP_LIMITS.owner), outcome: tooLong(values.outcome, FOLLOW_UP_LIMITS.outcome) };
  if (long.ownerName) faults.ownerName = long.ownerName;
  if (long.outcome) faults.outcome = long.outcome;
  const dueOn = values.dueOn === '' ? null : parseIsoDay(values.dueOn);
  if (values.dueOn !== '' && !dueOn) faults.dueOn = m.follow_ups_fault_day();
  const state = CHOSEN_STATES.find((one) => one === values.state) ?? 'open';
  if (Object.keys(faults).length > 0 || owner === 'unknown') return { faults };
  return { edit: { owner, dueOn, state, outcome: values.outcome } };
}

function ownerOf({ owner, ownerName, contact }: FollowUpFormValues): ChosenOwner | 'unknown' {
  if (owner === '') return { kind: 'nobody' };
  if (owner === 'text') return { kind: 'text', name: ownerName };
  const id = parseUuid(owner.slice(2));
  if (!id) return 'unknown';
  if (owner.startsWith('p:')) return { kind: 'person', id };
  return owner.startsWith('o:') ? { kind: 'organisation', id, contactId: parseUuid(contact) } : 'unknown';
}
