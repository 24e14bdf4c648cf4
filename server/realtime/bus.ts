import { randomBytes } from 'node:crypto';
import type { Database, DatabaseAddress } from '#db/client.ts';
import type { NewLogRow } from '#db/notes/log.ts';
import { type Listener, openListener } from '#db/realtime/listener.ts';
import { sendNotices } from '#db/realtime/notices.ts';
import type { Logger } from '#server/logger.ts';
import type { RowsTold } from '#server/notes/note-store.ts';
import type { PresenceNotice } from './bus-frames.ts';
import { type Notice, plainNotice, presenceNotices, readNotice, rowNotices, SENDER_CHARACTERS, senderOf } from './bus-notices.ts';
import { Peers } from './peers.ts';
import { Telling } from './telling.ts';
import { Untold } from './untold.ts';

type Plain = Parameters<typeof plainNotice>[1];

/** What this process does about what the others tell. */
export interface BusEvents {
  told(notice: Exclude<Notice, { kind: 'here' | 'bye' }>, sender: string): void;
  /** Another process lives that was not known: what it told before was not for us. */
  met(): void;
  /** Another process is no more, or cannot be heard; what it did last, it may not have told (`silently`). */
  gone(sender: string, how: { silently: boolean }): void;
  /** Notices were missed: whatever they told has to be asked of the database. */
  missed(): void;
}

/** How the processes that serve one database tell each other what they did. */
export interface Bus {
  /** Begins to hear; resolves after the first attempt. */
  start(events: BusEvents): Promise<void>;
  /** What the others are told of rows. */
  ofRows(rows: readonly NewLogRow[]): RowsTold;
  /** Tells the others, after what was told before. Tried again until it succeeds. */
  tell(notice: Plain): void;
  /** Tells the others, if there are any, who is here; what fails is not tried again. */
  show(change: PresenceNotice): void;
  /** Asks the others, if there are any, who has the notes of a meeting open there. */
  ask(meetingId: string): void;
  /** Tells what is still to be told, says goodbye, and hears no more. */
  stop(): Promise<void>;
}

/** For a process that serves its database alone, and knows it. */
export const noBus: Bus = {
  start: async () => {},
  ofRows: () => ({ notices: [], stored() {} }),
  tell() {},
  show() {},
  ask() {},
  stop: async () => {},
};

const BEAT_MS = 2000;
/** Alone, nobody waits for a sign of life; it still proves that notices come back. */
const BEATS_ALONE = 5;
const FAREWELL_MS = 2000;
/** After this, whoever lives was heard: an answer to our first sign of life comes at once, and this is more than a beat alone. */
const SOON_MS = 12_000;

/**
 * The bus on PostgreSQL's LISTEN and NOTIFY: nothing else has to run, and rows become visible together with their notices.
 * A notice that is not heard is not lost: after every loss of the connection all is asked of the database (`missed`).
 * A process that is alone stores rows without notices, which cost a fifth of what storing costs; it tells which meetings
 * they were of as soon as it hears of another. So nothing falls between.
 */
export function openBus(
  address: DatabaseAddress,
  { db, log }: { db: Database; log: Logger },
  { beatMs = BEAT_MS, soonMs = SOON_MS }: { beatMs?: number; soonMs?: number } = {},
): Bus {
  const self = randomBytes(6).toString('base64url').slice(0, SENDER_CHARACTERS);
  const peers = new Peers(beatMs);
  const telling = new Telling((notices) => sendNotices(db, notices), log);
  let events: BusEvents | null = null;
  let listener: Listener | null = null;
  let beating: NodeJS.Timeout | null = null;
  let beats = 0;
  let hears = false;
  /** By performance.now(); 0: it never did. */
  let hearsSince = 0;
  /** Signs of life of our own that were told and not heard. */
  let unheard = 0;
  let alone = false;
  const untold = new Untold();

  const tell = (notice: Plain) => telling.tell([plainNotice(self, notice)]);

  function beNoLongerAlone(): void {
    alone = false;
    for (const meetingId of untold.take()) tell({ kind: 'behind', meetingId });
  }

  function hear(text: string): void {
    const sender = senderOf(text);
    if (sender === self) {
      unheard = 0;
      return;
    }
    const known = peers.heard(sender);
    if (alone) beNoLongerAlone();
    const notice = readNotice(text);
    if (notice?.kind === 'bye') {
      peers.forget(sender);
      events?.gone(sender, { silently: false });
      return;
    }
    if (!known) {
      // it may have come after our last sign of life
      tell({ kind: 'here' });
      // it may have told something while we did not hear
      if (performance.now() - hearsSince < soonMs) events?.missed();
      else events?.met();
    }
    if (notice && notice.kind !== 'here') events?.told(notice, sender);
  }

  function beat(): void {
    beats += 1;
    for (const sender of hears ? peers.silent() : []) {
      log.error('Another server of this database gives no sign of life', { sender });
      events?.gone(sender, { silently: true });
    }
    alone = hears && peers.count === 0 && performance.now() - hearsSince > soonMs;
    untold.forgetOld();
    if (peers.count === 0 && beats % BEATS_ALONE !== 1) return;
    if (unheard >= 3) {
      unheard = 0;
      listener?.renew('notices do not come back; LISTEN needs a direct connection to PostgreSQL, not a pooler of transactions');
    }
    telling.tell([plainNotice(self, { kind: 'here' })], () => {
      unheard += 1;
    });
  }

  return {
    async start(what) {
      events = what;
      listener = openListener(address, {
        notice(text) {
          try {
            hear(text);
          } catch (error) {
            log.error('A notice of another server could not be read', { error: String(error) });
          }
        },
        listening() {
          hears = true;
          hearsSince = performance.now();
          unheard = 0;
          peers.excuse();
          tell({ kind: 'here' });
          // what was stored before it was known that nothing was heard
          beNoLongerAlone();
          // without others, there is nobody who could have told anything
          if (peers.count > 0) what.missed();
        },
        lost(why) {
          // once, not at every attempt
          if (hears || hearsSince === 0) log.error('The connection that hears other servers is lost; opening another', { error: why });
          hears = false;
          alone = false;
        },
      });
      beating = setInterval(beat, beatMs).unref();
      await listener.tried;
    },
    ofRows(rows) {
      if (!alone) return { notices: rowNotices(self, rows, { whole: peers.count > 0 }), stored() {} };
      return {
        notices: [],
        stored() {
          untold.add(rows.map(({ meetingId }) => meetingId));
          // somebody came while it was stored
          if (!alone) beNoLongerAlone();
        },
      };
    },
    tell,
    show(change) {
      if (peers.count > 0) telling.show(presenceNotices(self, change));
    },
    ask(meetingId) {
      if (peers.count > 0) tell({ kind: 'who', meetingId });
    },
    async stop() {
      if (beating) clearInterval(beating);
      tell({ kind: 'bye' });
      await telling.finish(FAREWELL_MS);
      events = null;
      await listener?.stop();
    },
  };
}
