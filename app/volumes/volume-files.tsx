import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { sizeInWords } from '#app/minutes/file-size.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import { volumeFileName } from '#app/model/volumes.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { readVolume, VolumeFile } from '#server/volumes/read-volume.ts';
import { FORMAT_NAMES, faultInWords } from './format-names.ts';
import '#app/minutes/download-panel.css';

interface VolumeFilesProps {
  slug: string;
  number: number;
  files: Awaited<ReturnType<typeof readVolume>>['files'];
}

/** The volume as files; those that are being made say so, and there is a link that looks again. */
export function VolumeFiles({ slug, number, files }: VolumeFilesProps): ReactNode {
  const faults = [...files.public, ...files.internal].flatMap((file) => faultInWords(file) ?? []);
  return (
    <div className="dl" id="fichiers">
      <List title={m.volumes_files()} edition="public" slug={slug} number={number} files={files.public} />
      <List title={m.volumes_files_internal()} edition="internal" slug={slug} number={number} files={files.internal} />
      {files.public.length === 0 ? <p className="meta">{m.volumes_files_withheld()}</p> : null}
      <div role="status">
        {files.pending ? (
          <p className="meta">
            {m.volumes_files_pending()} <A to={`/editions/${slug}/volume/v/${number}`}>{m.files_reload()}</A>
          </p>
        ) : null}
      </div>
      {[...new Set(faults)].map((words) => (
        <p key={words} className="dl__fault">
          {words}
        </p>
      ))}
      {files.mayRetry ? (
        <Form method="post" action={localePath(`/editions/${slug}/volume/v/${number}/files`)}>
          <button className="btn btn--line btn--sm" type="submit">
            {m.files_retry()}
          </button>
        </Form>
      ) : null}
    </div>
  );
}

interface ListProps extends Pick<VolumeFilesProps, 'slug' | 'number'> {
  title: string;
  edition: Edition;
  files: readonly VolumeFile[];
}

function List({ title, edition, slug, number, files }: ListProps): ReactNode {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby={`dl-${edition}`}>
      <h2 id={`dl-${edition}`}>{title}</h2>
      <ul className="dl__list">
        {files.map((file) => (
          <li key={file.format}>
            <Offered
              file={file}
              href={`/editions/${slug}/volume/files/${volumeFileName({ slug, number, edition, format: file.format })}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Offered({ file: { format, state, size, pages }, href }: { file: VolumeFile; href: string }): ReactNode {
  const icon = <Icon name={format === 'pdf' ? 'file-pdf' : 'file-doc'} />;
  if (state === 'ready') {
    const facts = [pages === null ? '' : m.files_pages({ count: pages }), size === null ? '' : sizeInWords(size)].filter(Boolean);
    return (
      <a className="btn btn--line" href={href} download>
        {icon}
        <span>
          {FORMAT_NAMES[format]()}
          <span className="dl__facts">, {facts.join(', ')}</span>
        </span>
      </a>
    );
  }
  return (
    <span className={`dl__wait dl__wait--${state === 'failed' ? 'failed' : 'pending'}`}>
      {icon}
      <span>
        {FORMAT_NAMES[format]()}
        <span className="dl__facts">, {state === 'failed' ? m.files_failed() : m.files_pending()}</span>
      </span>
    </span>
  );
}
