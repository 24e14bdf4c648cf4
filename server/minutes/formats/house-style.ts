import { HOUSE_COLOUR, type LogoType } from '#app/model/group-style.ts';

/** How a group's papers look; plain data, which can be handed to another process. */
export interface HouseStyle {
  /** '#0e4a3e' */
  colour: string;
  /** Under every page; '' for none. */
  footer: string;
  logo: Logo | null;
}

export interface Logo {
  base64: string;
  type: LogoType;
  /** What it says, for those who do not see it. */
  alt: string;
  /** Of the picture; only their ratio counts. */
  width: number;
  height: number;
}

/** As the product's own pages: vert bouteille. */
export const NO_STYLE: HouseStyle = { colour: HOUSE_COLOUR, footer: '', logo: null };

/** Width and height of a logo on paper, in millimetres: no higher than two lines of a title, no wider than a third of the page. */
export function logoOnPaper({ width, height }: Logo): { width: number; height: number } {
  const scale = Math.min(16 / height, 55 / width);
  return { width: width * scale, height: height * scale };
}

/** A ground of the same hue on which ink reads: one eighth of the colour in white. */
export function softOf(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(255 - (255 - channel) / 8)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
