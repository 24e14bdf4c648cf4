import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { EditionDetails } from '#db/programme/read.ts';
import type { readVolume } from '#server/volumes/read-volume.ts';
import { MarkedText } from './marked-text.tsx';
import { OrganisationList } from './organisation-list.tsx';
import { type ShownVolume, sessionPath, volumePath } from './volume-address.ts';
import { VolumeChanges } from './volume-changes.tsx';
import { absentWords, numbered, VolumeContents } from './volume-contents.tsx';
import { VolumeFiles } from './volume-files.tsx';
import { VolumeIndex } from './volume-index.tsx';
import { VolumeVersions } from './volume-versions.tsx';
import '#app/programme/programme.css';
import '#app/minutes/minutes-parts.css';
import './volumes.css';

export interface VolumePageProps extends Awaited<ReturnType<typeof readVolume>> {
  details: EditionDetails;
  organises: boolean;
  /** null: the latest, at the address that people quote. */
  pinned: number | null;
}

/** A bound volume: cover, note, contents, annexes, index. Its sessions have pages of their own; complete without scripts. */
export function VolumePage({ details, organises, pinned, ...page }: VolumePageProps): ReactNode {
  const { frame, edition, contents, organisations, index, version, versions, changes, files } = page;
  const { volume: cover } = frame;
  const shown: ShownVolume = { slug: details.slug, edition, number: pinned };
  const latest = versions.find(({ redactedAt }) => redactedAt === null)?.number ?? version.number;
  const annexes = frame.annexes.map(({ title, body }, at) => ({ id: `annexe-${at + 1}`, title, body }));
  const after: [string, string][] = [
    ...annexes.map(({ id, title }): [string, string] => [id, title]),
    ...(organisations.length > 0 ? [['organisations', m.volumes_organisations()] as [string, string]] : []),
    ...(index.speakers.length > 0 ? [['index-personnes', m.volumes_index()] as [string, string]] : []),
  ];
  return (
    <>
      <EditionHead
        edition={details}
        title={frenchSpaces(cover.title)}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${details.slug}`, label: details.name },
        ]}
      />
      <EditionNav edition={details} organises={organises} here="/volume" />
      <div className="wrap mn">
        <VolumeContents shown={shown} lines={contents} before={frame.note ? [['edition', m.volumes_note()]] : []} after={after} />
        <div>
          {page.hasInternal ? <Switch shown={shown} /> : null}
          {latest > version.number ? (
            <Notice>
              {m.volumes_old_version({ number: version.number, latest })}{' '}
              <A to={volumePath({ ...shown, number: null })}>{m.minutes_read_latest()}</A>
            </Notice>
          ) : null}
          {edition === 'internal' ? <Notice look="warn">{m.volumes_internal_notice()}</Notice> : null}
          <div className="art" lang={frame.language}>
            {cover.subtitle ? <p className="lede">{frenchSpaces(cover.subtitle)}</p> : null}
            {frame.note ? (
              <section id="edition" aria-labelledby="t-edition">
                <h2 id="t-edition">{m.volumes_note()}</h2>
                <MarkedText text={frame.note} />
              </section>
            ) : null}
            <section id="sessions" aria-labelledby="t-sessions">
              <h2 id="t-sessions">{m.volumes_sessions()}</h2>
              <ul className="vol-list">
                {contents.map((line) => (
                  <li key={line.slug}>
                    {line.kind === 'minutes' ? <A to={sessionPath(shown, line.slug)}>{numbered(line)}</A> : absentWords(line)}
                  </li>
                ))}
              </ul>
            </section>
            {annexes.map(({ id, title, body }) => (
              <section key={id} id={id} aria-labelledby={`t-${id}`}>
                <h2 id={`t-${id}`}>{frenchSpaces(title)}</h2>
                <MarkedText text={body} />
              </section>
            ))}
            <OrganisationList kinds={organisations} />
            <VolumeIndex shown={shown} index={index} />
            <VolumeChanges changes={changes} number={version.number} />
          </div>
        </div>
        <aside className="mn__side" aria-label={m.minutes_side()}>
          <VolumeFiles slug={details.slug} number={version.number} files={files} />
          <div>
            <h2>{m.minutes_permalink()}</h2>
            <p>{bound(version, cover.timeZone)}</p>
            <p className="vol-address">
              <A to={`/editions/${details.slug}/volume/v/${version.number}`}>{m.volumes_permalink()}</A>
            </p>
            <p className="vol-address vol-hash">
              <a href={`/editions/${details.slug}/volume/v/${version.number}/proof.json`}>{m.volumes_proof()}</a>{' '}
              <code>{version.sha256}</code>
            </p>
          </div>
          <VolumeVersions slug={details.slug} zone={cover.timeZone} versions={versions} shown={version.number} />
        </aside>
      </div>
    </>
  );
}

export function bound({ number, boundAt, boundByName }: { number: number; boundAt: string; boundByName: string }, zone: string): string {
  const date = formatDay(localTime(boundAt, zone).slice(0, 10), getLocale());
  return boundByName ? m.volumes_bound_by({ number, date, name: boundByName }) : m.volumes_bound_itself({ number, date });
}

function Switch({ shown }: { shown: ShownVolume }): ReactNode {
  return (
    <nav className="seg mn-switch no-print" aria-label={m.minutes_edition()}>
      {(['public', 'internal'] as const).map((edition) => (
        <A key={edition} to={volumePath({ ...shown, edition })} aria-current={shown.edition === edition ? 'page' : undefined}>
          {edition === 'public' ? m.minutes_edition_public() : m.minutes_edition_internal()}
        </A>
      ))}
    </nav>
  );
}
