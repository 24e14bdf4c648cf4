/** What a list of mails shows of one, and by what programs are told from people. */
const KEPT = /^(from|subject|message-id|list-id|auto-submitted|precedence):/i;
const FIRST_OCTETS = 64_000;
const MOST_KEPT = 10;
/** In octets; none of these needs more. */
const LONGEST = 1000;

/** A small mail of the first few headers of a large one, each cut, and nothing else: it is read at once, whatever it came from. */
export function bareHeaders(raw: Uint8Array): Uint8Array {
  // octet by octet, so that it can be written back as it was
  const [head = ''] = Buffer.from(raw.subarray(0, FIRST_OCTETS))
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  const lines = head.replace(/\r?\n[ \t]/g, ' ').split(/\r?\n/);
  const kept = lines.filter((line) => KEPT.test(line)).slice(0, MOST_KEPT);
  return Buffer.from(`${kept.map((line) => line.slice(0, LONGEST)).join('\r\n')}\r\n\r\n`, 'latin1');
}
