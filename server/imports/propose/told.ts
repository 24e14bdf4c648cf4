import type { Confidence, SourcePart } from '#app/model/imports.ts';
import type { People } from './people.ts';
import { lineOf } from './runs.ts';
import { CIVILITY, NAME } from './words.ts';

const LEAD = `(?:(?:Enfin|Ensuite|Puis|De son côté|Par ailleurs|Pour finir|Pour sa part|Pour|Selon|D[’']après|Comme (?:l[’']a )?(?:souligné|rappelé|énoncé) (?:par )?),? ?(?:pour |selon )?)?`;
const PERSON = String.raw`(${CIVILITY} (?:${NAME}|\p{Lu}[\p{L}'’-]+)|${NAME})`;
const TOLD = new RegExp(String.raw`^(${LEAD})${PERSON}(?:\s*\(([^()]{2,160}(?:\([^()]*\)[^()]*)*)\))?(?:, [^,]{3,160})?,?\s+(\S+)`, 'u');
const VERB =
  /^(?:a|ont|est|s[’']est|souhaite|rappelle|indique|présente|évoque|considère|adopte|entend|souligne|précise|propose|estime|explique|ajoute|demande|remercie|insiste|milite|rejette|annonce|confirme|conclut|ouvre|donne|fait|se|n[’']\p{L}+)$/u;

/**
 * Who a paragraph in the third person reports: « M. Paul Petit (ville de Lille) a indiqué que… », « Selon Mme Roux, … ».
 * Somebody without civility only when known from elsewhere in the paper.
 */
export function toldBy(part: SourcePart, index: number, people: People): { speakerId: string; confidence: Confidence } | null {
  const found = TOLD.exec(lineOf(part.inline).slice(0, 600));
  if (!found) return null;
  const [, lead = '', written = '', place, verb = ''] = found;
  const known = people.find(written);
  const civility = new RegExp(`^${CIVILITY} `, 'u').test(written);
  if (!known && !civility) return null;
  if (lead === '' && !VERB.test(verb)) return null;
  if (known) {
    if (place && known.function === '')
      people.add({ name: fullName(known), place, role: 'speaker', found: 'told', confidence: 'unsure', part: index });
    else if (!known.roles.includes('speaker') && known.roles.includes('participant')) known.roles = ['speaker'];
    return { speakerId: known.id, confidence: 'likely' };
  }
  const added = people.add({ name: written, place: place ?? '', role: 'speaker', found: 'told', confidence: 'unsure', part: index });
  return added ? { speakerId: added.id, confidence: 'unsure' } : null;
}

function fullName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim();
}
