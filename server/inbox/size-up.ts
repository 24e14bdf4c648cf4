/** 25 MB of base64 in lines of 60 signs have some 400,000. */
const MOST_LINES = 450_000;
/** Each part begins with a line of two hyphens; digests of lists have some hundreds, dumps of databases more. */
const MOST_HYPHENED = 5000;
/**
 * So few that no mail of them takes long: the parser costs up to a tenth of a millisecond for a line, and what grows with the
 * square of its octets stays under some hundredths of a second. Answers of calendars and most reports are smaller.
 */
const SMALL = { octets: 24_000, lines: 400 };

const LINE_FEED = 10;
const HYPHEN = 45;

/** How much work a mail may make, seen by its lines alone, in one pass that stops at the bounds. */
export function sizeUp(raw: Uint8Array): 'small' | 'large' | 'too_large' {
  let lines = 0;
  let hyphened = 0;
  for (let at = raw.indexOf(LINE_FEED); at >= 0; at = raw.indexOf(LINE_FEED, at + 1)) {
    lines += 1;
    if (raw[at + 1] === HYPHEN && raw[at + 2] === HYPHEN) hyphened += 1;
    if (lines > MOST_LINES || hyphened > MOST_HYPHENED) return 'too_large';
  }
  return raw.length <= SMALL.octets && lines <= SMALL.lines ? 'small' : 'large';
}
