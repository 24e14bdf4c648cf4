import { describe, expect, test } from 'vitest';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { toMarkdown } from '#server/minutes/formats/markdown.ts';
import { toPlainText } from '#server/minutes/formats/plain-text.ts';
import { composeBrainstorming } from './brainstorming.ts';

const facts = { when: 'Lundi 30 novembre 2020, 15 h – 16 h', line: 'Version 1.', proof: 'Empreinte : abc', day: (iso: string) => iso };
const { content } = composeBrainstorming();

function saying(...blocks: NoteBlock[]): MinutesContent {
  const entries = blocks.map((block, index) => ({ type: 'block' as const, attribution: 'name' as const, anchor: `b${index}`, block }));
  return {
    ...content,
    ...{ agenda: [], highlights: [], synthesis: [], decisions: [], actions: [], nextSteps: [] },
    annex: { present: [], excused: [] },
    sections: [{ anchor: 's', title: 'Point', entries }],
  };
}

const text = (words: string, more: object = {}): NoteBlock => ({
  ...{ type: 'paragraph', id: 'x', kind: 'text', speakerId: null, assigneeId: null, assignee: '', due: null },
  inline: [{ text: words, ...more }],
});

describe('Markdown', () => {
  test('says everything: each take-away, decision, action and participant', () => {
    const markdown = toMarkdown(content, facts);
    expect(markdown.match(/→ \*\*À retenir/g)).toHaveLength(28);
    for (const { name } of content.annex.present.flatMap((group) => group.people)) expect(markdown).toContain(name);
    expect(markdown).toContain('| A1 |');
    expect(markdown).toContain('**D2**');
  });

  test('what people typed never becomes markup, HTML or a link that runs', () => {
    const markdown = toMarkdown(
      saying(text('<script>alert(1)</script> # *gras* [x](javascript:1) | a'), text('1. liste'), text('- tiret')),
      facts,
    );
    expect(markdown).toContain(String.raw`\<script\>alert(1)\</script\> \# \*gras\* \[x\](javascript:1) \| a`);
    expect(markdown).toContain(String.raw`\1. liste`.replace('\\1', '\\1'));
    expect(markdown).toContain(String.raw`\- tiret`);
  });

  test('marks close around words, not around spaces', () => {
    expect(toMarkdown(saying(text(' décidé ', { bold: true })), facts)).toContain(' **décidé** ');
  });
});

describe('plain text', () => {
  test('keeps lines short enough for any mail reader', () => {
    const lines = toPlainText(content, facts).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('marks take-aways with the arrow that these groups type', () => {
    expect(toPlainText(content, facts).match(/^-> /gm)?.length).toBe(28 + content.highlights.length);
  });
});
