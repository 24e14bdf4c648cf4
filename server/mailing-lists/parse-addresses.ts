import { addressParser } from 'postal-mime';
import { parseEmail } from '#app/model/directory.ts';
import { type ListedAddress, MAILING_LIST_LIMITS } from '#app/model/mailing-lists.ts';
import { cleanLine } from '#app/model/text.ts';

export interface ReadAddresses {
  addresses: ListedAddress[];
  /** Lines (from 1) that hold something that is no address. */
  faults: { line: number; text: string }[];
}

/**
 * Reads addresses as people paste them (RFC 5322, 3.4): one a line, or separated by ';' or ',', bare or as « Nom <adresse> ».
 * The same address twice counts once, under the first name that was given with it.
 */
export function parseAddresses(text: string): ReadAddresses {
  const found = new Map<string, ListedAddress>();
  const faults: ReadAddresses['faults'] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const { name, address: typed } of addressParser(line, { flatten: true })) {
      const address = parseEmail(typed ?? '');
      if (!address) faults.push({ line: index + 1, text: cleanLine(typed || name || line).slice(0, 80) });
      else if (!found.get(address)?.name)
        found.set(address, { address, name: [...cleanLine(name)].slice(0, MAILING_LIST_LIMITS.personName).join('') });
    }
  }
  return { addresses: [...found.values()], faults };
}
