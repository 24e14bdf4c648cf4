/** Kinds of pictures that a logo may be. */
export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** bytes, pixels: of a logo. The others: characters, as the database holds them. */
export const STYLE_LIMITS = { bytes: 500_000, smallest: 16, largest: 4000, alt: 200, footer: 300 } as const;

/** The product's own: vert bouteille. */
export const HOUSE_COLOUR = '#0e4a3e';
/** Of text on its ground (WCAG 2.2, 1.4.3). */
export const ENOUGH_CONTRAST = 4.5;

/** '#0e4a3e' out of what was typed, with or without its sign; null when it is no colour. */
export function parseColour(text: string): string | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1];
  return digits ? `#${digits.toLowerCase()}` : null;
}

/** How far a colour stands out from white, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrastOnWhite(colour: string): number {
  return 1.05 / (luminance(channelsOf(colour)) + 0.05);
}

/** The same colour, darker, so that text in it reads on white; itself when it does. */
export function readableOnWhite(colour: string): string {
  const channels = channelsOf(colour);
  for (let share = 100; share > 0; share -= 1) {
    const darker = `#${channels.map((channel) => hex(Math.floor((channel * share) / 100))).join('')}`;
    if (contrastOnWhite(darker) >= ENOUGH_CONTRAST) return darker;
  }
  return '#000000';
}

const hex = (channel: number) => channel.toString(16).padStart(2, '0');

function channelsOf(colour: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue];
}

function luminance(channels: [number, number, number]): number {
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
