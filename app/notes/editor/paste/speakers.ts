import type { Participant } from '../../participant.ts';
import { removeFromStart } from './lists.ts';

const TAKEAWAY = /^(?:→|!|=>|->|➔|➢|>)[\s\u00a0]+/;
const CIVILITY = /^(?:MM?\.|Mmes?|Mlle|Monsieur|Madame|Dr|Pr)[\s\u00a0]+/u;
const NAME = String.raw`\p{Lu}[\p{L}'’-]*(?:[\s\u00a0]\p{L}[\p{L}'’-]*){1,4}`;
/** « Nom, fonction : », alone on its line. */
const SPEAKER = new RegExp(String.raw`^(${NAME}), (.{3,140}?)[\s\u00a0]*:$`, 'u');
/** « Nom : », « Nom, fonction : », « Nom (organisme) : », with or without what is said behind it. */
const BEGINNING = /^(\p{Lu}[\p{L}'’\s\u00a0-]{1,80}?)(?:, [^:]{2,140}?|[\s\u00a0]\([^:)]{2,140}\))?[\s\u00a0]*:/u;

/** Gives the paragraphs their kinds as these groups write them: who speaks (« Nom, fonction : »), what to keep (an arrow, « ! »). */
export function markParagraphs(body: HTMLElement, participants: readonly Participant[]): void {
  for (const paragraph of body.querySelectorAll<HTMLElement>('p:not([data-kind])')) {
    if (paragraph.closest('td,th')) continue;
    const text = (paragraph.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
    const takeaway = TAKEAWAY.exec(text)?.[0];
    if (takeaway) {
      paragraph.dataset.kind = 'takeaway';
      removeFromStart(paragraph, takeaway);
    } else if (!paragraph.closest('li')) markSpeaker(paragraph, text, participants);
  }
}

function markSpeaker(paragraph: HTMLElement, text: string, participants: readonly Participant[]): void {
  const written = text.replace(CIVILITY, '');
  const civility = text.slice(0, text.length - written.length);
  const beginning = BEGINNING.exec(written);
  const known = beginning && participantNamed(beginning[1] ?? '', civility !== '', participants);
  if (!known && !SPEAKER.test(written)) return;
  const line = known && beginning ? beginning[0] : written;
  const said = written.slice(line.length).trim();
  if (said !== '') {
    const words = paragraph.cloneNode(true) as HTMLElement;
    removeFromStart(words, civility + line);
    paragraph.after(words);
  }
  paragraph.dataset.kind = 'turn';
  if (known) paragraph.dataset.speaker = known.id;
  paragraph.textContent = (civility + line).replace(/[\s\u00a0]*:$/, '');
}

/** The only one of the meeting who has all these names, whatever the order, the case and the accents; a family name alone wants its civility. */
function participantNamed(name: string, hasCivility: boolean, participants: readonly Participant[]): Participant | null {
  const names = wordsOf(name);
  if (names.length === 0 || (names.length === 1 && !hasCivility)) return null;
  const found = participants.filter((participant) => {
    const theirs = wordsOf(participant.name);
    return names.every((word) => theirs.includes(word));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}
