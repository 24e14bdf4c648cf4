import type { MailReaderScope } from '#app/model/scope.ts';
import type { ReaderKey } from '#db/mail-preferences/write.ts';

/** Under whom choices are kept: the person, or an address that nobody in the directory has. */
export function readerKey({ personId, address }: MailReaderScope): ReaderKey {
  if (personId !== null) return { personId, address: null };
  if (address === null) throw new Error('A reader is a person or an address.');
  return { personId: null, address };
}
