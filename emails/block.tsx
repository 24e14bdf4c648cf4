import type { MailBlock } from './mail-blocks.ts';
import { styles } from './mail-styles.ts';

export function Block({ block }: { block: MailBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h1 style={styles.heading}>{block.text}</h1>;
    case 'paragraph':
      return <p style={styles.paragraph}>{withBreaks(block.text)}</p>;
    case 'note':
      return (
        <p style={styles.note} className="soft">
          {withBreaks(block.text)}
        </p>
      );
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'quote':
      return (
        <blockquote style={styles.quote}>
          <p style={styles.paragraph}>{withBreaks(block.text)}</p>
          {block.source ? (
            <p style={styles.note} className="soft">
              {block.source}
            </p>
          ) : null}
        </blockquote>
      );
    case 'button':
      return <Button {...block} />;
    case 'choices':
      return (
        <p style={styles.paragraph}>
          {block.choices.map(({ label, href }) => (
            <a key={href} href={href} style={styles.choice} className="go">
              {label}
            </a>
          ))}
        </p>
      );
    case 'link':
      return (
        <p style={styles.paragraph}>
          <a href={block.href} style={styles.link} className="go">
            {block.label}
          </a>
        </p>
      );
  }
}

function Facts({ rows }: { rows: { term: string; lines: string[] }[] }) {
  return (
    <table style={styles.facts} cellPadding={0} cellSpacing={0}>
      <tbody>
        {rows.map(({ term, lines }) => (
          <tr key={term}>
            <th scope="row" align="left" style={styles.term}>
              {term}
            </th>
            <td style={styles.fact}>{withBreaks(lines.join('\n'))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A coloured cell around the link: Outlook paints cells, not links. */
function Button({ label, href }: { label: string; href: string }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={styles.buttonTable}>
      <tbody>
        <tr>
          <td style={styles.buttonCell} className="act">
            <a href={href} style={styles.button}>
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function withBreaks(text: string) {
  const [first, ...rest] = text.split('\n');
  return [
    first,
    ...rest.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
      <span key={index}>
        <br />
        {line}
      </span>
    )),
  ];
}
