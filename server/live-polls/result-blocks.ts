import { m } from '#app/messages/compiled/messages.js';
import { type LivePoll, votesOf } from '#app/model/live-polls.ts';
import type { Inline, NoteBlock } from '#app/model/notes.ts';

/**
 * What the notes say of a closed poll: the question in bold, how many voted, and each option with its votes. A list, which
 * reads on a phone, aloud and on paper as it stands. Ids come of the poll's: the same result is written once.
 */
export function resultBlocks(poll: Pick<LivePoll, 'id' | 'question' | 'options'>, locale: 'fr' | 'en'): NoteBlock[] {
  const count = votesOf(poll);
  const id = `poll-${poll.id}`;
  const line = m.live_polls_result({ question: poll.question }, { locale });
  return [
    paragraph(id, [{ text: line, bold: true }, { text: `\n${m.live_polls_result_votes({ count }, { locale })}` }]),
    {
      type: 'list',
      ordered: false,
      items: poll.options.map(({ id: optionId, label, votes }) => [
        paragraph(`poll-${optionId}`, [{ text: m.live_polls_result_option({ label, count: votes }, { locale }) }]),
      ]),
    },
  ];
}

function paragraph(id: string, inline: Inline[]): NoteBlock {
  return { type: 'paragraph', id, kind: 'text', inline, speakerId: null, assigneeId: null, assignee: '', due: null };
}
