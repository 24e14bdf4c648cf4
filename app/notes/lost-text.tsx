import { type ReactNode, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { LivePoint } from './live-point.ts';

export interface NamedText {
  title: string;
  text: string;
}

/** Texts with the titles of their points as they are now, or were when the text was given back. */
export function nameSections(
  sections: readonly { agendaItemId: string; text: string; title?: string }[],
  points: readonly LivePoint[],
): NamedText[] {
  return sections.map(({ agendaItemId, text, title }) => ({
    title: points.find(({ id }) => id === agendaItemId)?.title ?? (title || m.notes_point_removed()),
    text,
  }));
}

interface LostTextProps {
  title: string;
  /** Where else the text is, or is not. */
  note?: string;
  sections: readonly NamedText[];
  onDismiss?: () => void;
  children?: ReactNode;
}

/** Text that is not in the notes, given back to whoever wrote it: to read, copy and keep. */
export function LostText({ title, note, sections, onDismiss, children }: LostTextProps) {
  const [copied, setCopied] = useState(false);
  const hasText = sections.some(({ text }) => text !== '');
  const all = () => sections.map((section) => `${section.title}\n${section.text}\n`).join('\n');
  return (
    <div className="lv-stop" role="alert">
      <Icon name="warning" />
      <div>
        <b>{title}</b>
        {note ? <p>{note}</p> : null}
        {sections.map((section) => (
          <section key={section.title + section.text}>
            {section.title ? <p>{section.title}</p> : null}
            {section.text ? <pre>{section.text}</pre> : null}
          </section>
        ))}
      </div>
      {hasText ? (
        <>
          <button className="btn btn--sm" type="button" onClick={() => navigator.clipboard.writeText(all()).then(() => setCopied(true))}>
            {copied ? m.notes_copied() : m.notes_copy()}
          </button>
          <button className="btn btn--sm" type="button" onClick={() => download(all())}>
            {m.notes_download()}
          </button>
        </>
      ) : null}
      {onDismiss ? (
        <button className="btn btn--sm" type="button" onClick={onDismiss}>
          {m.notes_dismiss()}
        </button>
      ) : null}
      {children}
    </div>
  );
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = m.notes_download_name();
  link.click();
  URL.revokeObjectURL(link.href);
}
