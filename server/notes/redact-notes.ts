import * as Y from 'yjs';
import { appendText, runsOf } from '#app/model/note-runs.ts';
import type { Inline } from '#app/model/notes.ts';
import { sectionName } from '#app/model/notes.ts';
import type { Redaction } from '#app/model/redaction.ts';
import type { Trx } from '#db/client.ts';
import { numberAuthor } from '#db/notes/authors.ts';
import { listSections, lockNotes, readLog } from '#db/notes/log.ts';
import { appendUpdate, updateOf } from './append-update.ts';
import { turnText } from './history/turn-text.ts';
import { weightOf } from './note-log.ts';
import { documentOf } from './read-notes.ts';

/**
 * Redacts words in a meeting's notes, wherever they stand: lines of lists and tables, headings, who does an action. Inside the
 * caller's transaction, by the words that differ, so that what is typed meanwhile stays; what the words were is still in the
 * log until it is compacted. Answers whether anything was changed; 'too-large' writes nothing.
 */
export async function redactNotes(
  trx: Trx,
  { meetingId, redaction, authorPersonId }: { meetingId: string; redaction: Redaction; authorPersonId: string },
): Promise<'changed' | 'unchanged' | 'too-large'> {
  await lockNotes(trx, meetingId);
  const sections = await listSections(trx, meetingId);
  const stored = await readLog(trx, meetingId);
  const doc = documentOf(stored);
  const update = updateOf(doc, () => {
    for (const section of sections) redactIn(doc.getXmlFragment(sectionName(section)), redaction);
  });
  if (!update) return 'unchanged';
  const author = await numberAuthor(trx, meetingId, authorPersonId);
  const written = await appendUpdate(trx, { meetingId, author, doc, sections, weight: weightOf(stored) }, update);
  return written === 'written' ? 'changed' : written;
}

function redactIn(parent: Y.XmlFragment, redaction: Redaction): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (child.nodeName !== 'paragraph' && child.nodeName !== 'heading') {
      redactIn(child, redaction);
      continue;
    }
    const inline = inlineOf(child);
    const redacted = redaction.inline(inline);
    if (JSON.stringify(redacted) !== JSON.stringify(inline)) turnText(child, redacted);
    const assignee: unknown = child.getAttribute('assignee');
    if (typeof assignee === 'string' && redaction.touches(assignee)) child.setAttribute('assignee', redaction.text(assignee));
  }
}

function inlineOf(block: Y.XmlElement): Inline[] {
  const runs: Inline[] = [];
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) for (const run of runsOf(child)) appendText(runs, run);
    else appendText(runs, { text: '\n' });
  }
  return runs;
}
