/** What a mail is made of. One list gives both its HTML and its plain text, so that the two always say the same. */
export type MailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Small print under the rest. */
  | { kind: 'note'; text: string }
  /** When, where, who: the term stands left of the rule, the lines right of it. */
  | { kind: 'facts'; rows: { term: string; lines: string[] }[] }
  | { kind: 'quote'; text: string; source?: string }
  /** The one thing to do. */
  | { kind: 'button'; label: string; href: string }
  /** Several equal things to do. */
  | { kind: 'choices'; choices: { label: string; href: string }[] }
  | { kind: 'link'; label: string; href: string };

/** The mail as plain text, for those who read it so and for filters that compare both. */
export function textOf(blocks: MailBlock[], footer: string[]): string {
  return [...blocks.map(textOfBlock), `-- \n${footer.join('\n')}`].join('\n\n');
}

function textOfBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return block.text;
    case 'facts':
      return block.rows.map(({ term, lines }) => `${term}\n${lines.map((line) => `  ${line}`).join('\n')}`).join('\n');
    case 'quote':
      return `> ${block.text.replaceAll('\n', '\n> ')}${block.source ? `\n  ${block.source}` : ''}`;
    case 'button':
    case 'link':
      return textOfLink(block);
    case 'choices':
      return block.choices.map(textOfLink).join('\n\n');
  }
}

function textOfLink({ label, href }: { label: string; href: string }): string {
  return `${label}\n${href}`;
}

/** The one address that a mail leads to: its button, else the last of its links (those before it say how to come). */
export function linkOf(blocks: readonly MailBlock[]): string | null {
  const button = blocks.find((block) => block.kind === 'button');
  const link = blocks.findLast((block) => block.kind === 'link');
  return button?.href ?? link?.href ?? null;
}
