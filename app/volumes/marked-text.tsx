import type { ReactNode } from 'react';
import { InlineText } from '#app/minutes/inline-text.tsx';
import { readMarkedText } from '#app/model/marked-text.ts';
import type { NoteBlock } from '#app/model/notes.ts';

/** What organisers wrote around the minutes: paragraphs, lists, words that stand out. */
export function MarkedText({ text }: { text: string }): ReactNode {
  return (
    <div className="prose">
      {readMarkedText(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block of a text has no identity but its place
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: NoteBlock }): ReactNode {
  if (block.type === 'list')
    return (
      <ul className="prose">
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same
          <li key={index}>{item.map((inner) => (inner.type === 'paragraph' ? <InlineText key="words" inline={inner.inline} /> : null))}</li>
        ))}
      </ul>
    );
  return block.type === 'paragraph' ? (
    <p className="vol-lines">
      <InlineText inline={block.inline} />
    </p>
  ) : null;
}
