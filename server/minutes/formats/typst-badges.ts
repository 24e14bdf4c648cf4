import type { TypstDocument } from './typst-document.ts';

/** What the template of badges reads (files/badges.typ). */
export interface TypstBadges extends Pick<TypstDocument, 'title' | 'publisher' | 'language' | 'region' | 'day' | 'colour' | 'logo'> {
  /** 'sheet': eight of 90 × 60 mm on A4, to be cut; 'card': one on A6. */
  paper: 'sheet' | 'card';
  /** Above the name. */
  edition: string;
  badges: TypstBadge[];
}

export interface TypstBadge {
  givenName: string;
  familyName: string;
  /** Each '' when there is none. */
  function: string;
  organisation: string;
  category: string;
  /** Of the band, '#17663a'; white reads on it. */
  colour: string;
  /** A drawing of the QR code (SVG), and what it is for those who do not see it. */
  qr: string;
  alt: string;
  /** For hands: '7K3M-Q2XP'. */
  code: string;
}
