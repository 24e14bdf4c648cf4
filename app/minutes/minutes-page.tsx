import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, localTime, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { type Edition, type MinutesContent, readingTime, synthesisToShow } from '#app/model/minutes-content.ts';
import { parseWhen } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { PageStyle } from '#db/groups/read-style.ts';
import type { Downloads } from '#server/minutes/files/list-downloads.ts';
import { DownloadPanel } from './download-panel.tsx';
import { HouseFooter, HouseStrip } from './house-strip.tsx';
import { MinutesBody } from './minutes-body.tsx';
import { type VersionInPanel, VersionPanel } from './version-panel.tsx';
import './minutes.css';

export interface VersionOfPage {
  number: number;
  /** Instant. */
  publishedAt: string;
  publishedByName: string;
  /** Hexadecimal. */
  sha256: string;
  /** Whether it has an envelope that is signed. */
  sealed: boolean;
  /** Absolute address that always leads to this version. */
  address: string;
}

export interface MinutesPageProps {
  content: MinutesContent;
  /** The one that is shown. */
  edition: Edition;
  /** Whether this reader can switch to the internal edition, and it says more. */
  hasInternal: boolean;
  version: VersionOfPage;
  versions: VersionInPanel[];
  downloads: Downloads;
  /** How the group's papers look. */
  house: PageStyle;
}

/** Published minutes: complete without JavaScript, and the reference that every other format repeats. */
export function MinutesPage({ content, edition, hasInternal, version, versions, downloads, house }: MinutesPageProps): ReactNode {
  const { meeting } = content;
  const latest = versions[0]?.number ?? version.number;
  return (
    <div className="wrap mn">
      <HouseStrip house={house} group={meeting.group} />
      <MinutesHead content={content} version={version} />
      <Contents content={content} />
      <div>
        {hasInternal ? <EditionSwitch shown={edition} /> : null}
        {latest > version.number ? (
          <p className="notice">
            {m.minutes_old_version({ number: version.number, latest })} <A to={`/minutes/${meeting.slug}`}>{m.minutes_read_latest()}</A>
          </p>
        ) : null}
        <MinutesBody content={content} />
        <HouseFooter house={house} />
      </div>
      <aside className="mn__side" aria-label={m.minutes_side()}>
        <DownloadPanel downloads={downloads} />
        <div>
          <h2>{m.minutes_permalink()}</h2>
          <p>
            <A to={`/minutes/${meeting.slug}`}>{m.minutes_permalink_note()}</A>
          </p>
        </div>
        <VersionPanel meeting={meeting.slug} zone={meeting.timeZone} shown={version} versions={versions} />
      </aside>
    </div>
  );
}

/** Leads from one edition to the other, of the same version. */
function EditionSwitch({ shown }: { shown: Edition }): ReactNode {
  return (
    <nav className="seg mn-switch no-print" aria-label={m.minutes_edition()}>
      <a href="?" aria-current={shown === 'public' ? 'page' : undefined}>
        {m.minutes_edition_public()}
      </a>
      <a href="?edition=internal" aria-current={shown === 'internal' ? 'page' : undefined}>
        {m.minutes_edition_internal()}
      </a>
    </nav>
  );
}

function publicationDay(version: { publishedAt: string }, zone: string): string {
  return formatDay(localTime(version.publishedAt, zone).slice(0, 10), getLocale());
}

/** Title and the facts of the meeting; in the preview `version` is null, and the title stands below that of the page. `bare`: the page has said it. */
export function MinutesHead({
  content,
  version,
  bare = false,
}: {
  content: MinutesContent;
  version: VersionOfPage | null;
  bare?: boolean;
}): ReactNode {
  const Title = version ? 'h1' : 'h2';
  const { meeting } = content;
  const when = parseWhen(meeting.edtf);
  const at = when && formatWhen(when, { zone: meeting.timeZone, locale: getLocale() });
  const facts: [string, string][] = [[m.minutes_date(), sentenceCase([at?.date, at?.time].filter(Boolean).join(', '))]];
  if (meeting.place) facts.push([m.minutes_place(), meeting.place]);
  if (meeting.chairs.length > 0) facts.push([m.minutes_chairs(), meeting.chairs.join(', ')]);
  if (meeting.facilitators.length > 0) facts.push([m.minutes_facilitation(), meeting.facilitators.join(', ')]);
  if (version) facts.push([m.minutes_state(), m.minutes_published_on({ date: publicationDay(version, meeting.timeZone) })]);
  facts.push([m.minutes_reading(), m.minutes_reading_time({ minutes: readingTime(content) })]);
  return (
    <header className={bare ? undefined : 'mn__head'}>
      {version ? (
        <Breadcrumb
          crumbs={[
            { to: `/groups/${meeting.group.slug}`, label: meeting.group.name },
            { to: '/minutes', label: m.minutes_title() },
          ]}
        />
      ) : null}
      {bare ? null : <Title className="mn__title">{frenchSpaces(meeting.title)}</Title>}
      <dl className="mn__sub">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {version ? <p className="permalink-print">{m.minutes_online({ url: version.address })}</p> : null}
    </header>
  );
}

/** A line of the contents, of a part that says something. */
function part(of: readonly unknown[], anchor: string, label: string): [string, string][] {
  return of.length > 0 ? [[anchor, label]] : [];
}

function Contents({ content }: { content: MinutesContent }): ReactNode {
  const { annex } = content;
  const links: [string, string][] = [
    ...part(content.highlights, 'essentiel', m.minutes_highlights()),
    ...part(content.agenda, 'ordre-du-jour', m.minutes_agenda()),
    ...part(synthesisToShow(content), 'a-retenir', m.minutes_synthesis()),
    ...content.sections.map((section): [string, string] => [section.anchor, section.title]),
    ...part(content.decisions, 'decisions', m.minutes_decisions()),
    ...part(content.actions, 'actions', m.minutes_actions()),
    ...part(content.nextSteps, 'suites', m.minutes_next()),
    ...part([...annex.present, ...annex.excused], 'annexe', m.minutes_annex()),
    ...part(content.complements, 'complements', m.minutes_complements()),
    ...part(content.notes, 'notes', m.minutes_notes()),
    ['versions', m.minutes_versions()],
  ];
  return (
    <nav className="toc" aria-label={m.minutes_contents()}>
      <details open>
        <summary>
          {m.minutes_contents()} <Icon name="caret-down" />
        </summary>
        <ol>
          {links.map(([anchor, label]) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{label}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
