import type { Language } from '#app/model/language.ts';
import type { RecipientGroup } from '#app/model/minutes-sending.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { readMailingLists } from '#db/mailing-lists/read.ts';
import { findVisibility } from '#db/minutes/read.ts';
import { type InvitedRecipient, listInvitedRecipients, listMemberRecipients } from '#db/minutes/read-sending.ts';
import type { Services } from '#server/services.ts';

export interface Recipient {
  /** Null for an address of a mailing list. */
  personId: string | null;
  address: string;
  name: string;
  language: Language;
}

export interface Recipients {
  groups: Record<RecipientGroup, Recipient[]>;
  lists: { id: string; name: string; recipients: Recipient[] }[];
}

export interface RecipientChoice {
  groups: readonly RecipientGroup[];
  /** Ids of mailing lists. */
  lists: readonly string[];
}

/**
 * Everybody whom the minutes of a meeting can be sent to, for its organisers; nobody for anyone else. Minutes that only
 * members may read go to no list: who is behind such an address could not open them.
 */
export async function readRecipients(services: Services, scope: MeetingScope): Promise<Recipients> {
  const { db } = services;
  const [invited, members] = [await listInvitedRecipients(db, scope), await listMemberRecipients(db, scope)];
  const lists = (await findVisibility(db, scope)) === 'public' ? await readMailingLists(db, scope) : [];
  const here = presentAmong(invited);
  return {
    groups: {
      present: invited.filter((each) => here.has(each)),
      excused: invited.filter((each) => !here.has(each) && isExcused(each)),
      silent: invited.filter((each) => !(here.has(each) || isExcused(each))),
      members,
    },
    lists: lists.map(({ id, name, addresses }) => ({
      ...{ id, name },
      recipients: addresses.map((each) => ({ ...each, personId: null, language: 'fr' as const })),
    })),
  };
}

/** Those checked in, when anybody was; else those who said they would come. */
function presentAmong(invited: readonly InvitedRecipient[]): Set<InvitedRecipient> {
  const checkedIn = invited.filter((each) => each.checkedIn);
  return new Set(checkedIn.length > 0 ? checkedIn : invited.filter(({ answer }) => answer === 'in_person' || answer === 'remote'));
}

const isExcused = ({ answer }: InvitedRecipient) => answer === 'declined' || answer === 'represented';

/** Who gets a mail when this is chosen: each address once, as the person when it is one. */
export function chosenRecipients({ groups, lists }: Recipients, choice: RecipientChoice): Recipient[] {
  const chosen = [
    ...choice.groups.flatMap((group) => groups[group]),
    ...lists.filter(({ id }) => choice.lists.includes(id)).flatMap(({ recipients }) => recipients),
  ];
  const byAddress = new Map<string, Recipient>();
  for (const { personId, address, name, language } of chosen)
    if (!byAddress.has(address)) byAddress.set(address, { personId, address, name, language });
  return [...byAddress.values()];
}
