/** Addresses that a group sends its minutes to besides its members and the people invited. */
export interface ListedAddress {
  /** As stored: lower case. */
  address: string;
  /** '' when none was given. */
  name: string;
}

export const MAILING_LIST_LIMITS = { name: 120, personName: 200, addresses: 2000, listsOfAGroup: 50, text: 400_000 } as const;

/** The text that `parseAddresses` (server/mailing-lists) reads as these addresses. */
export function writeAddresses(addresses: readonly ListedAddress[]): string {
  return addresses.map(({ address, name }) => (name ? `"${name.replaceAll(/["\\]/g, '’')}" <${address}>` : address)).join('\n');
}
