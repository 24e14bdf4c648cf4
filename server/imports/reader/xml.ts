import { Parser } from 'htmlparser2';
import { Unreadable } from './read-fault.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Deepest that elements stand in one another in what a word processor writes. */
const DEEPEST = 400;

/**
 * Walks through XML as SAX does. There is no DTD and there are no entities but those of XML itself and numbers: a document that
 * declares any is refused, so that nothing is ever expanded or fetched. Throws Unreadable when it is not well-formed.
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const text = decodeXml(bytes);
  const open: string[] = [];
  // `<a/>` is closed by the parser too, right where it is opened
  let justOpened = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        justOpened = true;
        if (open.length > DEEPEST) throw new Unreadable('unsafe_xml');
        handler.open?.(name, attributes);
      },
      onclosetag(name, isImplied) {
        // closed by the parser and not by the document: the document is cut short, or no XML
        if (open.pop() !== name || (isImplied && !justOpened)) throw new Unreadable('damaged');
        justOpened = false;
        handler.close?.(name);
      },
      ontext(words) {
        justOpened = false;
        handler.text?.(words);
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new Unreadable('unsafe_xml');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // in pieces, so that an error stops it early
  for (let at = 0; at < text.length; at += 1 << 20) parser.write(text.slice(at, at + (1 << 20)));
  parser.end();
  if (open.length > 0) throw new Unreadable('damaged');
}

/** UTF-8 or UTF-16, as XML 1.0 (4.3.3) asks every processor to read, and nothing else. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('damaged');
  }
}
