import { A } from '#app/ui/link.tsx';
import type { UndatedEntry } from './entries.ts';

/** The title of an entry, which leads to its page: ours, or that of whoever organises it. */
export function EntryLink({ entry }: { entry: Pick<UndatedEntry, 'to' | 'title' | 'cancelled'> }) {
  const title = entry.cancelled ? <s>{entry.title}</s> : entry.title;
  if (entry.to === null) return title;
  return (
    <A to={entry.to} rel={isOurs(entry.to) ? undefined : 'noopener noreferrer'}>
      {title}
    </A>
  );
}

const isOurs = (to: string) => to.startsWith('/');
