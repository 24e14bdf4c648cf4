import { blockText, type MinutesContent } from '#app/model/minutes-content.ts';
import { nameKey } from '#app/model/text.ts';

export interface PassageWithName {
  anchor: string;
  excerpt: string;
}

/**
 * Passages of the internal edition that the public one does not attribute by name, and whose own words name who said them:
 * « Pour Chartres, Alain Fauconnet précise… ». Words are people's: they are shown to the organiser, and never changed.
 */
export function namesLeft({ sections }: Pick<MinutesContent, 'sections'>): PassageWithName[] {
  return sections
    .flatMap((section) => section.entries)
    .flatMap((entry) => {
      if (entry.type !== 'intervention' || (entry.attribution !== 'organisation' && entry.attribution !== 'none')) return [];
      const family = nameKey(entry.speaker.name).split(' ').at(-1) ?? '';
      if (family.length < 3) return [];
      return entry.blocks.flatMap((block) => {
        const text = blockText(block);
        return ` ${nameKey(text)} `.includes(` ${family} `) ? [{ anchor: entry.anchor, excerpt: excerptOf(text) }] : [];
      });
    });
}

function excerptOf(text: string): string {
  const characters = [...text];
  return characters.length > 90 ? `${characters.slice(0, 89).join('').trimEnd()}…` : text;
}
