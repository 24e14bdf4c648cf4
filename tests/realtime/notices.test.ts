import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendLog, type NewLogRow, readLog } from '#db/notes/log.ts';
import { type Listener, openListener } from '#db/realtime/listener.ts';
import { MAX_NOTICE_BYTES, sendNotices } from '#db/realtime/notices.ts';
import { changeNode, nextLogId, rememberLogId } from '#server/notes/log-ids.ts';
import { plainNotice, presenceNotices, readNotice, rowNotices, senderOf } from '#server/realtime/bus-notices.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { until } from '#tests/support/sockets.ts';

const database = useDatabase();
const SENDER = 'abcdefgh';
const row = (bytes: number, more: Partial<NewLogRow> = {}): NewLogRow => ({
  ...{
    id: nextLogId(),
    meetingId: crypto.randomUUID(),
    body: new Uint8Array(bytes).fill(7),
    clients: [{ clientId: 2 ** 32 - 1, author: 3 }],
  },
  ...more,
});
const sizes = (notices: string[]) => notices.map((notice) => Buffer.byteLength(notice));
const rowsIn = (notices: string[]) => notices.map(readNotice).flatMap((notice) => (notice?.kind === 'rows' ? notice.rows : []));

describe('what servers tell each other', () => {
  test('rows share notices as far as they fit, in their order; those that are too large are only named', () => {
    const rows = [row(10), row(5000), row(200), row(20_000), row(5800), row(5900), ...Array.from({ length: 100 }, () => row(50))];
    const notices = rowNotices(SENDER, rows, { whole: true });
    expect(Math.max(...sizes(notices))).toBeLessThanOrEqual(MAX_NOTICE_BYTES);
    expect(notices.length).toBeLessThan(20);
    const told = rowsIn(notices);
    expect(told.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    for (const [k, { meetingId, content }] of told.entries()) {
      expect(meetingId).toBe(rows[k]?.meetingId);
      if (content)
        expect({ ...content, body: Buffer.from(content.body) }).toEqual({
          body: Buffer.from(rows[k]?.body ?? []),
          clients: rows[k]?.clients,
        });
      else expect(rows[k]?.body.length).toBeGreaterThan(5500);
    }
    expect(rowsIn(rowNotices(SENDER, rows, { whole: false })).every(({ content }) => content === null)).toBe(true);
  });

  test('five hundred people with long names and cursors are told in pieces, of which the first begins anew', () => {
    const joined = Array.from({ length: 500 }, (_, seat) => ({
      ...{ seat, author: seat, personId: crypto.randomUUID(), canWrite: seat % 2 === 0 },
      name: 'Ñandú-Ō‘brien '.repeat(14),
    }));
    const states = joined.map(({ seat }) => ({ seat, state: new Uint8Array(1024).fill(seat % 256) }));
    const meetingId = crypto.randomUUID();
    const notices = presenceNotices(SENDER, { meetingId, anew: true, joined, left: [7], states });
    expect(Math.max(...sizes(notices))).toBeLessThanOrEqual(MAX_NOTICE_BYTES);
    const changes = notices.map(readNotice).flatMap((notice) => (notice?.kind === 'presence' ? [notice.change] : []));
    expect(changes.map(({ anew }) => anew)).toEqual(changes.map((_, k) => k === 0));
    expect(changes.flatMap((change) => change.joined)).toEqual(joined);
    expect(changes.flatMap((change) => change.states).map(({ seat }) => seat)).toEqual(states.map(({ seat }) => seat));
    expect(presenceNotices(SENDER, { meetingId, anew: true, joined: [], left: [], states: [] })).toHaveLength(1);
  });

  test('what another version tells is passed over', () => {
    expect(readNotice(`${SENDER}?{"new":1}`)).toBeNull();
    const notice = plainNotice(SENDER, { kind: 'access', of: { personId: 'p' } });
    expect(senderOf(notice)).toBe(SENDER);
    expect(readNotice(notice)).toEqual({ kind: 'access', of: { personId: 'p' } });
  });
});

describe('rows and their notices', () => {
  const heard: string[] = [];
  let listener: Listener;
  beforeAll(async () => {
    listener = openListener(database.address, { notice: (text) => void heard.push(text), listening() {}, lost() {} });
    await listener.tried;
  });
  afterAll(() => listener.stop());
  const newMeeting = async () => (await makeMeeting(database.db, { groupId: (await makeGroup(database.db)).id })).id;
  const settled = async () => {
    const mark = crypto.randomUUID();
    await sendNotices(database.db, [mark]);
    await until('all is heard', () => heard.includes(mark));
  };

  test('become visible together', async () => {
    const one = row(10, { meetingId: await newMeeting() });
    expect(await appendLog(database.db, [one], ['de un'])).toEqual([]);
    await until('it is told', () => heard.includes('de un'));
    expect((await readLog(database.db, one.meetingId)).rows.map(({ id }) => id)).toEqual([one.id]);
    const gone = row(10);
    await appendLog(database.db, [gone], ['de nulle part']).catch(() => {});
    await settled();
    expect(heard).not.toContain('de nulle part');
  });

  test('are told of none when one has an id that is taken, and of all when they are stored again', async () => {
    const meetingId = await newMeeting();
    const theirs = row(10, { meetingId });
    await appendLog(database.db, [theirs]);
    const [mine, next] = [row(20, { meetingId, id: theirs.id }), row(30, { meetingId })];
    expect(await appendLog(database.db, [mine, next], ['trop tôt'])).toEqual([theirs.id]);
    await settled();
    expect(heard).not.toContain('trop tôt');
    expect(await appendLog(database.db, [{ ...mine, id: nextLogId() }, next], ['des deux'])).toEqual([]);
    await until('both are told', () => heard.includes('des deux'));
  });

  test('have ids that rise above whatever was heard, also after another process took one', () => {
    const first = nextLogId();
    rememberLogId(first + 10_000_000_000);
    const second = nextLogId();
    expect(second).toBeGreaterThan(first + 10_000_000_000);
    changeNode();
    const ids = Array.from({ length: 1000 }, nextLogId);
    expect(ids.every((id, k) => id > (ids[k - 1] ?? second))).toBe(true);
  });
});
