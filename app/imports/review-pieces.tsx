import { m } from '#app/messages/compiled/messages.js';
import { InlineText } from '#app/minutes/inline-text.tsx';
import { type ImportedPiece, isPieceKind, PIECE_KINDS, type SourcePart } from '#app/model/imports.ts';
import type { Inline } from '#app/model/notes.ts';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Review } from './import.route.tsx';
import { control } from './read-review-form.ts';
import type { Conflict } from './review-form.tsx';
import { confidenceWord, kindWord } from './words.ts';

/** The document as it was read, part by part, and beside each what it becomes. */
export function ReviewPieces({ review, conflict }: { review: Review; conflict: Conflict | null }) {
  const { rows, page, pages, onlyUnsure, unsure, attendees } = review;
  const speakers = attendees.filter((one) => !one.out).map((one) => ({ id: one.id, name: `${one.givenName} ${one.familyName}`.trim() }));
  return (
    <section aria-labelledby="imp-text" className="imp__part">
      <h2 id="imp-text">{m.imports_text()}</h2>
      <p className="hint">{m.imports_text_hint()}</p>
      <p className="row">
        {onlyUnsure ? <A to="?">{m.imports_show_all()}</A> : null}
        {!onlyUnsure && unsure > 0 ? <A to="?show=unsure">{m.imports_show_unsure({ count: unsure })}</A> : null}
      </p>
      <div className="imp__heads" aria-hidden="true">
        <span>{m.imports_source()}</span>
        <span>{m.imports_proposal()}</span>
      </div>
      <ol className="imp__rows">
        {rows.map(({ piece, source }) => (
          <PieceRow
            key={piece.id}
            piece={piece}
            source={source}
            speakers={speakers}
            theirs={conflict?.differ.includes(piece.id) ? (conflict.theirs[piece.id] ?? null) : null}
          />
        ))}
      </ol>
      {pages > 1 ? <Pages page={page} pages={pages} onlyUnsure={onlyUnsure} /> : null}
    </section>
  );
}

/** Going to another page keeps what was chosen on this one. */
function Pages({ page, pages, onlyUnsure }: { page: number; pages: number; onlyUnsure: boolean }) {
  const to = (other: number) => `?page=${other}${onlyUnsure ? '&show=unsure' : ''}`;
  return (
    <nav className="row" aria-label={m.imports_pages()}>
      <span>{m.imports_page_of({ page, pages })}</span>
      {page > 1 ? <PageButton to={to(page - 1)} label={m.imports_previous()} /> : null}
      {page < pages ? <PageButton to={to(page + 1)} label={m.imports_next()} /> : null}
    </nav>
  );
}

function PageButton({ to, label }: { to: string; label: string }) {
  return (
    <SubmitButton name="to" value={to} look="line" size="sm">
      {label}
    </SubmitButton>
  );
}

interface PieceRowProps {
  piece: ImportedPiece;
  source: SourcePart | null;
  speakers: readonly { id: string; name: string }[];
  /** What somebody else made of it meanwhile. */
  theirs: string | null;
}

function PieceRow({ piece, source, speakers, theirs }: PieceRowProps) {
  const kinds = PIECE_KINDS.filter((kind) => (kind !== 'row' && kind !== 'item') || kind === piece.kind || kind === source?.shape);
  const said = piece.kind === 'turn' || piece.kind === 'told';
  const line = wordsIn(piece.inline).slice(0, 80);
  const isOther = source === null || wordsIn(source.inline) !== wordsIn(piece.inline);
  return (
    <li className={`imp__row imp__row--${piece.kind}`}>
      <div className="imp__src">
        {source?.line ? <span className="imp__line">{source.line}</span> : null}
        {source ? <SourceText source={source} /> : <p className="meta">{m.imports_same_part()}</p>}
      </div>
      <div className="imp__prop">
        <div className="imp__choose">
          <select className="select" name={control.kind(piece.id)} defaultValue={piece.kind} aria-label={m.imports_kind_of({ text: line })}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWord(kind)}
              </option>
            ))}
          </select>
          <span className={`imp__sure imp__sure--${piece.confidence}`}>{confidenceWord(piece.confidence)}</span>
        </div>
        {said ? (
          <select
            className="select"
            name={control.speaker(piece.id)}
            defaultValue={piece.speakerId ?? ''}
            aria-label={m.imports_speaker_of({ text: line })}
          >
            <option value="">{m.imports_nobody()}</option>
            {speakers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        {theirs !== null && isPieceKind(theirs) ? <p className="imp__theirs">{m.imports_now_stored({ value: kindWord(theirs) })}</p> : null}
        {isOther && piece.kind !== 'out' && piece.kind !== 'row' ? (
          <p className="imp__words">
            <InlineText inline={piece.inline} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

function SourceText({ source }: { source: SourcePart }) {
  if (source.shape === 'row')
    return (
      <p className="imp__cells">
        {source.cells.map((cell, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells have nothing but their place, and never move
          <span key={column}>{wordsIn(cell)}</span>
        ))}
      </p>
    );
  return (
    <p className={source.shape === 'heading' ? 'imp__h' : source.shape === 'item' ? 'imp__item' : undefined}>
      <InlineText inline={source.inline} />
    </p>
  );
}

function wordsIn(inline: readonly Inline[]): string {
  return inline.map((run) => run.text).join('');
}
