// Run in a process of its own by read-apart.ts: answers what is proposed to become of a document.
import { proposeDraft } from '../propose/propose-draft.ts';
import { answerDocument } from './answer-document.ts';

await answerDocument(({ format, parts, notices }) => {
  // without what only files that come back need
  const source = parts.map(({ shape, level, ordered, inline, cells, kind, line }) => ({
    shape,
    level,
    ordered,
    inline,
    cells,
    kind,
    line,
  }));
  return { format, draft: proposeDraft(source, notices) };
});
