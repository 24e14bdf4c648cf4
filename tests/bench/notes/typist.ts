import * as Y from 'yjs';

const TEXT =
  'Le groupe de travail remercie la ville de Nanterre de son accueil. Les collectivités membres rappellent que les projets ' +
  'soutenus cette année portent sur l’eau, l’assainissement et la gestion des déchets, et que la prochaine rencontre ' +
  'thématique se tiendra au printemps. Plusieurs participants demandent que le calendrier soit transmis avant la fin du mois. ';
const PARAGRAPH = 120;

/** The same numbers for the same seed: every server is given the same keys at the same moments. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Somebody who types in paragraphs of their own, at the end of what they wrote, one character after the other. */
export class Typist {
  private readonly doc: Y.Doc;
  private readonly section: string;
  private readonly random: () => number;
  private text: Y.XmlText | null = null;
  private at: number;

  constructor(doc: Y.Doc, section: string, seed: number) {
    this.doc = doc;
    this.section = section;
    this.random = seeded(seed);
    this.at = Math.floor(this.random() * TEXT.length);
  }

  /** Milliseconds until the next key, uneven as hands are. */
  pause(keysPerSecond: number): number {
    return (1000 / keysPerSecond) * (0.5 + this.random());
  }

  key(): void {
    if (!this.text || this.text.length >= PARAGRAPH) this.text = this.newParagraph();
    else {
      this.text.insert(this.text.length, TEXT[this.at % TEXT.length] ?? ' ');
      this.at += 1;
    }
  }

  /** One key back. */
  erase(): void {
    if (this.text && this.text.length > 0) this.text.delete(this.text.length - 1, 1);
  }

  private newParagraph(): Y.XmlText {
    const block = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    this.doc.transact(() => {
      block.setAttribute('id', `p${Math.floor(this.random() * 2 ** 40)}`);
      block.setAttribute('kind', 'text');
      block.insert(0, [text]);
      this.doc.getXmlFragment(this.section).push([block]);
    });
    return text;
  }
}
