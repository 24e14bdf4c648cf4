import { Fragment } from 'react';

/** An address of mail that may go on in the next line after its @ and its dots, and nowhere within a word. */
export function BreakableAddress({ address }: { address: string }) {
  return address.split(/(?<=[@.])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which never move
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
