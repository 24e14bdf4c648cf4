/** A component of a calendar as its lines (unfolded), without what is nested in it. */
export interface Component {
  /** Upper case: 'VEVENT'. */
  name: string;
  lines: string[];
  /** Those of a VTIMEZONE; alarms and the like are left out. */
  parts: Component[];
}

export interface SplitCalendar {
  /** Lines of the calendar itself. */
  lines: string[];
  events: Component[];
  zones: Component[];
  /** Events after `most`, left unread. */
  more: number;
}

const LINE = /^[A-Za-z0-9-]+[:;]/;
const LONGEST_LINE = 100_000;
const DEEPEST = 4;

/**
 * Cuts a calendar into its components, so that one that is broken costs the others nothing; null when it is no calendar. Lines
 * that are none (a line break in the middle of a text) are dropped; components that never end, end with the file.
 */
export function splitComponents(text: string, most: number): SplitCalendar | null {
  const calendar: SplitCalendar = { lines: [], events: [], zones: [], more: 0 };
  const open: Component[] = [];
  let begun = false;
  for (const line of linesOf(text)) {
    if (!begun) {
      if (/^BEGIN:VCALENDAR$/i.test(line)) begun = true;
      else if (line !== '') return null;
      continue;
    }
    const [, edge, name = ''] = /^(BEGIN|END):\s*([A-Za-z0-9-]{1,40})$/i.exec(line) ?? [];
    if (edge?.toUpperCase() === 'BEGIN') begin(name.toUpperCase());
    else if (edge) end(name.toUpperCase());
    else if (LINE.test(line) && line.length <= LONGEST_LINE) (open.at(-1) ?? calendar).lines.push(line);
  }
  while (open.length > 0) close();
  return begun ? calendar : null;

  function begin(name: string): void {
    // several calendars one after another count as one
    if (name === 'VCALENDAR') return;
    // an event within an event: the end of the outer one was forgotten
    if (name === 'VEVENT') while (open.length > 0) close();
    if (open.length < DEEPEST) open.push({ name, lines: [], parts: [] });
  }
  function end(name: string): void {
    if (!open.some((one) => one.name === name)) return;
    while (open.length > 0 && open.at(-1)?.name !== name) close();
    close();
  }
  function close(): void {
    const component = open.pop();
    const parent = open.at(-1);
    if (!component) return;
    if (parent?.name === 'VTIMEZONE') parent.parts.push(component);
    else if (parent) return;
    else if (component.name === 'VTIMEZONE' && calendar.zones.length < 200) calendar.zones.push(component);
    else if (component.name === 'VEVENT' && calendar.events.length >= most) calendar.more += 1;
    else if (component.name === 'VEVENT') calendar.events.push(component);
  }
}

function* linesOf(text: string): Generator<string> {
  const end = /\r\n|\r|\n/g;
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  for (let found = end.exec(text); found; found = end.exec(text)) {
    yield text.slice(from, found.index).trimEnd();
    from = end.lastIndex;
  }
  yield text.slice(from).trimEnd();
}
