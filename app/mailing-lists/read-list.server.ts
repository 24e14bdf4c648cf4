import { m } from '#app/messages/compiled/messages.js';
import { type ListedAddress, MAILING_LIST_LIMITS } from '#app/model/mailing-lists.ts';
import { cleanLine } from '#app/model/text.ts';
import { parseAddresses } from '#server/mailing-lists/parse-addresses.ts';
import type { ListFaults, ListValues } from './list-values.ts';

/** Faults of this many lines are told; the rest are counted. */
const TOLD = 3;

/** What a form of a list says; with faults, nothing of it is to be saved. */
export function readList(values: ListValues): { name: string; addresses: ListedAddress[]; faults: ListFaults | null } {
  const name = cleanLine(values.name);
  const { addresses, faults: lines } = parseAddresses(values.addresses);
  const faults: ListFaults = {};
  if (!name) faults.name = m.sending_list_name_missing();
  else if ([...name].length > MAILING_LIST_LIMITS.name) faults.name = m.sending_list_name_long({ max: MAILING_LIST_LIMITS.name });
  if (lines.length > 0) {
    const told = lines.slice(0, TOLD).map(({ line, text }) => m.sending_list_line({ line, text }));
    const more = lines.length > TOLD ? [m.sending_list_lines_more({ count: lines.length - TOLD })] : [];
    faults.addresses = [...told, ...more].join(' ');
  } else if (addresses.length > MAILING_LIST_LIMITS.addresses) {
    faults.addresses = m.sending_list_too_many({ max: MAILING_LIST_LIMITS.addresses, count: addresses.length });
  }
  return { name, addresses, faults: Object.keys(faults).length > 0 ? faults : null };
}
