import type { ReactNode } from 'react';
import { Form, useRevalidator } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { type Download, type FileFault, fileName } from '#app/model/minutes-files.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { useLiveTopic } from '#app/ui/use-live-topic.ts';
import type { Downloads, OfferedFile } from '#server/minutes/files/list-downloads.ts';
import { sizeInWords } from './file-size.ts';
import './download-panel.css';

/**
 * Everything that a version can be downloaded as. Files that are being prepared say so; on a page with scripts they appear
 * by themselves, on one without there is a link that looks again.
 */
export function DownloadPanel({ downloads }: { downloads: Downloads }): ReactNode {
  const { pending, watch, editions, slug, number } = downloads;
  const { revalidate } = useRevalidator();
  useLiveTopic(watch, ['minutes'], revalidate);
  return (
    <div className="dl" id="fichiers">
      {editions.map(({ edition, files }) => (
        <section key={edition} aria-labelledby={`dl-${edition}`}>
          <h2 id={`dl-${edition}`}>{edition === 'public' ? m.files_title() : m.files_internal_title()}</h2>
          {edition === 'internal' ? <p className="meta">{m.files_internal_note()}</p> : null}
          <ul className="dl__list">
            {files.map((file) => (
              <li key={file.format}>
                <Offered file={file} href={addressOf(downloads, edition, file.format)} />
              </li>
            ))}
            <li className="dl__texts">
              {TEXTS.map((format) => (
                <a key={format} href={addressOf(downloads, edition, format)} download>
                  {NAMES[format]()}
                </a>
              ))}
            </li>
          </ul>
        </section>
      ))}
      <div role="status">
        {pending ? (
          <p className="meta">
            {m.files_pending_note()} <A to={`/minutes/${slug}/v/${number}#fichiers`}>{m.files_reload()}</A>
          </p>
        ) : null}
      </div>
      <Faults downloads={downloads} />
    </div>
  );
}

const TEXTS = ['md', 'txt', 'json'] as const;
const NAMES: Record<Download, () => string> = {
  pdf: m.files_pdf,
  docx: m.files_docx,
  odt: m.files_odt,
  md: m.files_md,
  txt: m.files_txt,
  json: m.files_json,
};

function addressOf({ slug, number }: Downloads, edition: 'public' | 'internal', format: Download): string {
  return `/minutes/${slug}/v/${number}/${fileName({ slug, number, edition, format })}`;
}

function Offered({ file, href }: { file: OfferedFile; href: string }): ReactNode {
  const { format, state, size, pages } = file;
  const icon = <Icon name={format === 'pdf' ? 'file-pdf' : 'file-doc'} />;
  if (state === 'ready') {
    const facts = [pages === null ? '' : m.files_pages({ count: pages }), size === null ? '' : sizeInWords(size)].filter(Boolean);
    return (
      <a className="btn btn--line" href={href} download>
        {icon}
        <span>
          {NAMES[format]()}
          <span className="dl__facts">, {facts.join(', ')}</span>
        </span>
      </a>
    );
  }
  const word = state === 'failed' ? m.files_failed() : m.files_pending();
  return (
    <span className={`dl__wait dl__wait--${state === 'failed' ? 'failed' : 'pending'}`}>
      {icon}
      <span>
        {NAMES[format]()}
        <span className="dl__facts">, {word}</span>
      </span>
    </span>
  );
}

const FAULTS: Record<Exclude<FileFault['reason'], 'missing'>, (inputs: { format: string }) => string> = {
  unavailable: m.files_fault_unavailable,
  'too-long': m.files_fault_too_long,
  killed: m.files_fault_killed,
  broken: m.files_fault_broken,
};

/** What readers are told of a format that this server does not make; what organisers are told of the rest, and a way to ask again. */
function Faults({ downloads: { editions, mayRetry, slug, number } }: { downloads: Downloads }): ReactNode {
  const files = editions.flatMap((each) => each.files);
  const failed = files.some(({ state }) => state === 'failed');
  const told = [...new Set(files.map(wordsOf).filter((words) => words !== null))];
  const unavailable = files.some(({ fault }) => fault?.reason === 'unavailable');
  if (!mayRetry) return unavailable ? <p className="meta">{m.files_unavailable()}</p> : null;
  return (
    <>
      {told.map((words) => (
        <p key={words} className="dl__fault">
          {words}
        </p>
      ))}
      {failed ? (
        <Form method="post" action={localePath(`/minutes/${slug}/v/${number}/files`)}>
          <button className="btn btn--line btn--sm" type="submit">
            {m.files_retry()}
          </button>
        </Form>
      ) : null}
    </>
  );
}

function wordsOf({ format, fault }: OfferedFile): string | null {
  if (!fault) return null;
  const name = NAMES[format]();
  return fault.reason === 'missing'
    ? m.files_fault_missing({ format: name, characters: [...fault.characters].join(' ') })
    : FAULTS[fault.reason]({ format: name });
}
