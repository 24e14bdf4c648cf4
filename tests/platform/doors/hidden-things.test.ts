import { beforeAll, describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { useProduct } from '#tests/support/product.ts';
import { DOORS, type DoorOf, fill, fillForm } from './doors.ts';
import { HIDDEN_WORD, type Hidden, hideThings } from './hidden.ts';
import { comeIn, type Door, type Visitor } from './knock.ts';

const product = useProduct();
let hidden: Hidden;
const strangers = new Map<string, Visitor>();

beforeAll(async () => {
  hidden = await hideThings(await comeIn(product, 'organiser'));
  for (const role of ['member', 'participant'] as const) strangers.set(role, await comeIn(product, role));
  strangers.set('visitor', await comeIn(product, null));
});

const nameOf = ({ pattern }: DoorOf, form: object) => `${pattern} ${'intent' in form ? form.intent : ''}`.trim();

/** Forms about things that somebody else keeps; what one does to oneself is no danger. */
const FOREIGN_FORMS = DOORS.filter(({ pattern }) => pattern.includes(':') || pattern === '/groups/new').flatMap((door) =>
  (door.forms ?? []).map((form) => [nameOf(door, form), door, form] as const),
);

test('every address of the product is looked at here', () => {
  const known = DOORS.map(({ pattern }) => pattern.split('?')[0]);
  expect(known.toSorted()).toEqual([...new Set(addressesOf(routes))].toSorted());
});

test('what is hidden was really made, and its organiser sees it', async () => {
  for (const name of Object.values(hidden)) expect(name).toMatch(/^[a-z0-9-]{5,}$/);
  const organiser = await comeIn(product, 'organiser');
  for (const path of [`/groups/${hidden.group}`, `/meetings/${hidden.meeting}`, `/meetings/${hidden.draft}`, '/calendar?date=2031-05'])
    expect((await organiser.get(path)).text).toContain(HIDDEN_WORD);
});

/** Names that exist and may not be known, and the same of things that never were. */
function names(): { real: Record<string, string>[]; none: Record<string, string> } {
  const rest = {
    token: 'x'.repeat(43),
    version: '1',
    file: 'x.md',
    edition: 'none',
    code: '22222222',
    organisation: crypto.randomUUID(),
    id: crypto.randomUUID(),
    followUp: crypto.randomUUID(),
    door: crypto.randomUUID(),
  };
  const real = [hidden.meeting, hidden.draft].map((meeting) => ({ ...rest, ...hidden, meeting }));
  const ids = {
    series: crypto.randomUUID(),
    poll: 'sondage-00000000',
    import: crypto.randomUUID(),
    person: crypto.randomUUID(),
    item: crypto.randomUUID(),
    attendance: crypto.randomUUID(),
    event: crypto.randomUUID(),
    calendar: crypto.randomUUID(),
  };
  return { real, none: { ...rest, ...ids, group: 'nobody', meeting: 'nothing' } };
}

describe.each(['visitor', 'member', 'participant'])('a %s', (who) => {
  const stranger = () => strangers.get(who) as Visitor;

  test.each(DOORS.filter(({ open }) => !open).map(({ pattern }) => pattern))('learns nothing at %s', async (pattern) => {
    const { real, none } = names();
    const [path, missing] = [fill(pattern, none), await stranger().get(fill(pattern, none))];
    for (const known of real) {
      const answer = await stranger().get(fill(pattern, known));
      expect([302, 403, 404, 410, ...(/account|groups\/new|sign-out|preferences|todo/.test(path) ? [200] : [])]).toContain(answer.status);
      expect(bare(answer, known)).toEqual(bare(missing, none));
    }
  });

  test.each(FOREIGN_FORMS)('changes nothing by %s', async (_name, { pattern }, form) => {
    const { real, none } = names();
    const missing = await stranger().post(fill(pattern, none), fillForm(form, none));
    for (const known of real) {
      const answer = await stranger().post(fill(pattern, known), fillForm(form, known));
      expect([302, 403, 404, 410]).toContain(answer.status);
      expect(bare(answer, known)).toEqual(bare(missing, none));
    }
  });

  test('finds nothing of it on any page that is open to all, in its data, or in a feed', async () => {
    const pages = DOORS.filter(({ open, pattern }) => open && !pattern.startsWith('/mailbox')).map(({ pattern }) => pattern);
    const data = pages.map((page) => (page === '/' ? '/_root.data' : `${page}.data`));
    const lists = [
      ...['', '&view=list', '&q=zyxomme', '&country=ax', '&theme=theme-zyxomme'].flatMap((query) =>
        ['/calendar', '/embed/calendar', '/embed/calendar.html'].map((page) => `${page}?date=2031-05${query}`),
      ),
      ...['/calendar?view=week&date=2031-05-05', '/calendar?view=year&date=2031', '/calendar?view=list', '/calendar?view=list&when=past'],
      '/?m=2031-05',
      '/directory?q=zyxomme',
      '/minutes?group=',
    ];
    const feeds = [
      'all',
      'kinds/group-meeting',
      'countries/ax',
      'themes/theme-zyxomme',
      `groups/${hidden.group}`,
      `meetings/${hidden.meeting}`,
    ];
    const all = [...pages, ...data, ...lists, ...lists.map((path) => `/en${path}`), ...feeds.map((feed) => `/feeds/${feed}.ics`)];
    for (const path of all) {
      const { text } = await stranger().get(path);
      expect(`${path} ${text.replaceAll(path, '').replaceAll('zyxomme', '')}`).not.toContain(HIDDEN_WORD);
    }
  });
});

/** What an answer says apart from the names that it was asked with, and from what is another in every answer. */
function bare({ status, location, text }: Door, names: Record<string, string>): Omit<Door, 'text'> & { text: string } {
  let [at, body] = [location, text.replace(/nonce="[^"]*"/g, '')];
  // the longest first: one name may be part of another
  const known = Object.values(names).filter((name) => name.length > 3);
  for (const name of known.sort((a, b) => b.length - a.length)) [at, body] = [at.replaceAll(name, '…'), body.replaceAll(name, '…')];
  return { status, location: at, text: body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/revision" value="\d+"/, '') };
}

interface RouteEntry {
  path?: string;
  index?: boolean;
  children?: RouteEntry[];
}

/** The addresses of a tree of routes, without the language before them. */
function addressesOf(entries: readonly RouteEntry[], above = ''): string[] {
  return entries.flatMap(({ path = '', children }) => {
    const here = path ? `${above}/${path}` : above;
    return children ? addressesOf(children, here) : [here.replace(/^\/en\?/, '') || '/'];
  });
}
