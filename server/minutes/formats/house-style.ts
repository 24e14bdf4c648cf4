/** How a group's papers look. */
export interface HouseStyle {
  /** '#0e4a3e'; null: the product's own. */
  colour: string | null;
  /** Under every page; '' for none. */
  footer: string;
  logo: { bytes: Uint8Array; type: LogoType; alt: string } | null;
}

export type LogoType = 'image/png' | 'image/jpeg' | 'image/svg+xml';

export const NO_STYLE: HouseStyle = { colour: null, footer: '', logo: null };

/** Vert bouteille, as on the screen. */
export const HOUSE_COLOUR = '#0e4a3e';
