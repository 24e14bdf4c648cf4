import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { type ShownVolume, sessionPath } from './volume-address.ts';

interface Entry {
  name: string;
  sortedFrom: number;
  places: { number: number; slug: string; anchor: string | null }[];
}

/** Names with the sessions in which they stand: on paper pages, here numbers of sessions that lead to the place. */
export function VolumeIndex({ shown, index }: { shown: ShownVolume; index: { speakers: Entry[]; organisations: Entry[] } }): ReactNode {
  const groups = [
    ['index-personnes', m.volumes_index_speakers(), index.speakers],
    ['index-organisations', m.volumes_index_organisations(), index.organisations],
  ] as const;
  return groups.map(([id, title, entries]) =>
    entries.length > 0 ? (
      <section key={id} id={id} aria-labelledby={`t-${id}`}>
        <h2 id={`t-${id}`}>{m.volumes_index_of({ title })}</h2>
        <ul className="vol-index">
          {entries.map(({ name, sortedFrom, places }) => (
            <li key={name}>
              {name.slice(0, sortedFrom)}
              {sortedFrom === 0 ? name : <b>{name.slice(sortedFrom)}</b>}{' '}
              {places.map(({ number, slug, anchor }) => (
                <A key={slug} to={sessionPath(shown, slug, anchor)} aria-label={m.volumes_index_place({ name, number })}>
                  {number}
                </A>
              ))}
            </li>
          ))}
        </ul>
      </section>
    ) : null,
  );
}
