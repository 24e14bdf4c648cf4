import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Block } from './block.tsx';
import { type MailBlock, textOf } from './mail-blocks.ts';
import { darkStyles, styles } from './mail-styles.ts';
import type { RenderedMail } from './rendered-mail.ts';

export interface MailContent {
  locale: Locale;
  /** Where the product lives, without a trailing slash. */
  appUrl: string;
  subject: string;
  /** What mailboxes show beside the subject; one sentence. */
  preview: string;
  blocks: MailBlock[];
  /** Why the person gets this mail. */
  reason: string;
  unsubscribeUrl?: string;
}

/** The frame of every mail: mark, blocks, reason. Tables and inline styles, because Outlook lays mails out with Word. */
export function renderMail(content: MailContent): RenderedMail {
  const { locale, subject, blocks, reason, unsubscribeUrl } = content;
  const footer = [
    reason,
    ...(unsubscribeUrl ? [`${m.emails_unsubscribe({}, { locale })}\n${unsubscribeUrl}`] : []),
    `Tertulia, ${content.appUrl}`,
  ];
  return {
    subject,
    html: `<!doctype html>${renderToStaticMarkup(<MailFrame {...content} />)}`,
    text: textOf(blocks, footer),
    ...(unsubscribeUrl && { unsubscribeUrl }),
    content,
  };
}

/** The same mail with the link that ends such mails, in its text, its HTML and (RFC 8058) its header. */
export function withUnsubscribe(mail: RenderedMail, unsubscribeUrl: string): RenderedMail {
  if (!mail.content) throw new Error('Only a mail of the common frame can be given a link.');
  return { ...mail, ...renderMail({ ...mail.content, unsubscribeUrl }) };
}

function MailFrame({ locale, appUrl, subject, preview, blocks, reason, unsubscribeUrl }: MailContent) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{darkStyles}</style>
      </head>
      <body style={styles.body} className="paper">
        <div style={styles.preview}>{preview}</div>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={styles.sheet}>
          <tbody>
            <tr>
              <td align="center" style={styles.gutter}>
                <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={styles.column} className="card">
                  <tbody>
                    <tr>
                      <td style={styles.mast} className="mast">
                        Tertulia
                      </td>
                    </tr>
                    <tr>
                      <td style={styles.content} className="ink">
                        {blocks.map((block, index) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once
                          <Block key={index} block={block} />
                        ))}
                      </td>
                    </tr>
                    <tr>
                      <td style={styles.footer} className="soft">
                        {reason}{' '}
                        {unsubscribeUrl ? (
                          <a href={unsubscribeUrl} style={styles.footerLink} className="soft">
                            {m.emails_unsubscribe({}, { locale })}
                          </a>
                        ) : null}
                        <br />
                        <a href={appUrl} style={styles.footerLink} className="soft">
                          {new URL(appUrl).host}
                        </a>
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}
