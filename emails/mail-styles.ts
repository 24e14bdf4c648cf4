import type { CSSProperties } from 'react';

// The tokens of app/ui/styles, written out: a mail cannot load a style sheet.
const INK = '#0f1f1b';
const INK_SOFT = '#384843';
const BRAND = '#0e4a3e';
const LINE = '#dce2dc';
const RULE = '#d8705c';
const FONT = "'Atkinson Hyperlegible Next', 'Segoe UI', Helvetica, Arial, sans-serif";

export const styles = {
  body: { margin: 0, padding: 0, backgroundColor: '#f9faf6', fontFamily: FONT },
  // shown by mailboxes beside the subject, invisible in the mail
  preview: { display: 'none', maxHeight: 0, overflow: 'hidden', opacity: 0 },
  sheet: { borderCollapse: 'collapse' },
  gutter: { padding: '24px 12px' },
  column: { maxWidth: 600, backgroundColor: '#ffffff', border: `1px solid ${LINE}`, borderCollapse: 'collapse', textAlign: 'left' },
  mast: { padding: '14px 28px', backgroundColor: '#0b3a31', color: '#f9faf6', fontFamily: FONT, fontSize: 18, fontWeight: 700 },
  content: { padding: '28px 28px 12px', color: INK, fontFamily: FONT, fontSize: 17, lineHeight: 1.6 },
  heading: { margin: '0 0 16px', fontSize: 26, lineHeight: 1.16, fontWeight: 700 },
  paragraph: { margin: '0 0 16px' },
  note: { margin: '0 0 16px', fontSize: 14, color: INK_SOFT },
  facts: { width: '100%', borderCollapse: 'collapse', margin: '0 0 20px', borderBottom: `1px solid ${LINE}` },
  term: {
    width: 104,
    padding: '10px 12px 10px 0',
    borderTop: `1px solid ${LINE}`,
    borderRight: `1px solid ${RULE}`,
    verticalAlign: 'top',
    fontSize: 15,
    fontWeight: 700,
  },
  fact: { padding: '10px 0 10px 16px', borderTop: `1px solid ${LINE}`, verticalAlign: 'top' },
  quote: { margin: '0 0 16px', padding: '0 0 0 16px', borderLeft: `3px solid ${RULE}` },
  buttonCell: { backgroundColor: BRAND, borderRadius: 3 },
  button: {
    display: 'inline-block',
    padding: '13px 22px',
    color: '#ffffff',
    fontWeight: 700,
    textDecoration: 'none',
    fontFamily: FONT,
    fontSize: 17,
  },
  buttonTable: { margin: '0 0 20px' },
  choice: {
    display: 'inline-block',
    margin: '0 8px 10px 0',
    padding: '10px 16px',
    border: `1px solid ${BRAND}`,
    borderRadius: 3,
    color: BRAND,
    fontWeight: 700,
    textDecoration: 'none',
  },
  link: { color: BRAND },
  // its links stand under one another: 24 px apart whatever the font (WCAG 2.2, 2.5.8)
  footer: { padding: '16px 28px 24px', borderTop: `1px solid ${LINE}`, color: INK_SOFT, fontFamily: FONT, fontSize: 14, lineHeight: 1.9 },
  footerLink: { color: INK_SOFT },
} satisfies Record<string, CSSProperties>;

/** For mailboxes that follow the reader's dark theme; the others show the light one. */
export const darkStyles = `@media (prefers-color-scheme: dark) {
.paper { background-color: #0d1513 !important }
.card { background-color: #15201d !important; border-color: #2a3733 !important }
.ink, .ink td { color: #edf2ee !important }
.soft { color: #bfcbc5 !important }
.act { background-color: #8ed6bf !important; border-radius: 3px }
.act a { color: #0a100f !important }
.go { color: #8ed6bf !important; border-color: #8ed6bf !important }
}`;
