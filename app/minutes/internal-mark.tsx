import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Tag } from '#app/ui/tag.tsx';

/** Said to everybody who reads the internal edition, so that nobody quotes it outside by mistake. */
export function InternalMark(): ReactNode {
  return (
    <Tag look="warn" icon="lock-simple">
      {m.minutes_internal()}
    </Tag>
  );
}
