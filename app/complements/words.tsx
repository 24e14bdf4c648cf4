import { m } from '#app/messages/compiled/messages.js';
import type { TextPart } from '#app/model/note-history.ts';

/** Words with what is added and taken out among them, named for those who hear the page. */
export function Words({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, change }, index) => {
    const key = `${index}`;
    return change === 'same' ? <span key={key}>{text}</span> : <Changed key={key} change={change} text={text} />;
  });
}

/** What changes and nothing else, for a card beside the text. */
export function ChangedWords({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, change }, index) => {
    const key = `${index}`;
    if (change !== 'same') return <Changed key={key} change={change} text={text.trim() || text} />;
    const between = index > 0 && index < parts.length - 1;
    return between ? <span key={key}>{text.trim().length > 0 ? ' … ' : ' '}</span> : null;
  });
}

export function Changed({ change, text }: { change: 'added' | 'removed'; text: string }) {
  const Mark = change === 'added' ? 'ins' : 'del';
  return (
    <Mark className="d">
      <span className="vh">{change === 'added' ? m.complements_added() : m.complements_removed()} </span>
      {text}
      <span className="vh"> ({m.complements_end()}) </span>
    </Mark>
  );
}
