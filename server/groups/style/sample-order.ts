import type { RenderingOrder } from '#server/minutes/files/rendering.ts';
import type { HouseStyle } from '#server/minutes/formats/house-style.ts';
import { LOGO_PATHS } from '#server/minutes/formats/typst-document.ts';

/** The smallest page there is, with a logo. */
export function sampleOrder(house: HouseStyle): RenderingOrder {
  const logo = house.logo && { path: LOGO_PATHS[house.logo.type], alt: 'logo', height: 10 };
  return {
    ...{ format: 'pdf', house },
    document: {
      ...{ title: 'Logo', kicker: '', publisher: '', language: 'fr', region: 'FR', day: [2000, 1, 1], colour: house.colour, logo },
      ...{ head: ['', ''], foot: '', pageOf: ['', '', ''], facts: [], notices: [], address: 'https://localhost', proof: ['Logo'] },
      parts: [{ type: 'heading', level: 1, inline: [{ s: 'Logo' }] }],
    },
  };
}
