import { HOUSE_COLOUR } from '#app/model/group-style.ts';
import { readStyleOf } from '#db/groups/read-style.ts';
import type { HouseStyle } from '#server/minutes/formats/house-style.ts';
import type { Services } from '#server/services.ts';
import { readPicture } from './read-picture.ts';

/** How a group's papers look, for those who render them. */
export async function readHouseStyle({ db }: Pick<Services, 'db'>, groupId: string): Promise<HouseStyle> {
  const { colour, footer, logo } = await readStyleOf(db, groupId);
  const picture = logo && readPicture(logo.bytes);
  return {
    colour: colour ?? HOUSE_COLOUR,
    footer,
    logo:
      logo && picture?.ok
        ? { base64: logo.bytes.toString('base64'), type: logo.type, alt: logo.alt, width: picture.width, height: picture.height }
        : null,
  };
}
