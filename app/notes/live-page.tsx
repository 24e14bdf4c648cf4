import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { OwnTurn } from '#app/facilitation/ask-floor.tsx';
import { StepRefused } from '#app/facilitation/step-refused.tsx';
import { TimerAnnouncements } from '#app/facilitation/timer-announcements.tsx';
import { useStepKeys } from '#app/facilitation/use-step-keys.ts';
import { StepDeskOfPage, useSteps } from '#app/facilitation/use-steps.ts';
import { PollDeskOfPage, usePolls } from '#app/live-polls/use-polls.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { LiveTopic } from '#app/model/notes-protocol.ts';
import { AgendaPane } from './agenda-pane.tsx';
import { Announcements } from './announcements.tsx';
import { ConnectionStrip } from './connection-strip.tsx';
import { LiveBar } from './live-bar.tsx';
import type { Live } from './load-live.server.ts';
import { NotesPane } from './notes-pane.tsx';
import { PaneTabs } from './pane-tabs.tsx';
import { type Pane, paneOf, ShowPane } from './panes.ts';
import type { SaveState } from './room.ts';
import { SidePane } from './side-pane.tsx';
import { createStore } from './store.ts';
import { useLive } from './use-live.ts';
import { usePaneKeys } from './use-pane-keys.ts';
import { useRoom, useStore } from './use-room.ts';
import { useSupports } from './use-supports.ts';
import { putInAddress, useView, ViewOfNotes } from './view.ts';
import '#app/facilitation/facilitation.css';
import './live.css';
import './notes-text.css';
import './notes-kinds.css';

// What the notes hold comes by itself; to load the page anew for it would cost a request a reader at each decision.
const SHOWN_TOPICS: readonly LiveTopic[] = ['meeting', 'agenda', 'attendance'];
const NOT_YET = createStore<SaveState>({ kind: 'opening' });

/** The meeting room: agenda, notes, and who is there with what was decided. Reads without scripts; writes with them. */
export function LivePage({ loaded }: { loaded: Live }) {
  const state = useLive(loaded);
  const { live, refreshSoon, receive } = state;
  const [search] = useSearchParams();
  const [pane, setPane] = useState<Pane>(paneOf(search));
  const viewing = useView();
  const page = useRef<HTMLDivElement>(null);
  const room = useRoom({
    meetingId: live.meeting.id,
    personId: live.me.personId,
    agendaItemIds: () => live.points.map(({ id }) => id),
    participants: () => live.participants,
    today: () => live.today,
    writes: live.can.write,
    onLiveChange: (topic) => void (SHOWN_TOPICS.includes(topic) && refreshSoon(topic)),
    onLiveState: receive,
    onReturned: () => refreshSoon(),
  });
  const desk = usePolls(live.meeting.slug, live.ownVotes);
  useSupports(room, live.polls.supports, desk);
  usePaneKeys(page, room);
  const steps = useSteps(state, useStore(room?.connection.state ?? NOT_YET).kind !== 'offline');
  useStepKeys(page, live, steps);
  const { locked } = live.facilitation;
  useEffect(() => room?.locked.set(locked), [room, locked]);

  const showPane = (next: Pane) => {
    setPane(next);
    putInAddress('pane', next);
  };

  return (
    <ViewOfNotes value={viewing}>
      <StepDeskOfPage value={steps}>
        <PollDeskOfPage value={desk}>
          <ShowPane value={showPane}>
            <div className="live" data-pane={pane} ref={page}>
              <a className="skip" href="#notes">
                {m.notes_skip()}
              </a>
              <LiveBar live={live} room={room} />
              <ConnectionStrip live={live} room={room} />
              <main className="lv" aria-label={m.notes_main()}>
                <AgendaPane live={live} room={room} />
                <NotesPane live={live} room={room} />
                <SidePane live={live} room={room} />
              </main>
              <PaneTabs current={pane} waiting={waitingIn(live)} />
              <Announcements live={live} room={room} />
              <TimerAnnouncements live={live} />
              <OwnTurn live={live} />
              <StepRefused />
            </div>
          </ShowPane>
        </PollDeskOfPage>
      </StepDeskOfPage>
    </ViewOfNotes>
  );
}

const waitingIn = ({ polls }: Live) => (polls.polls.some(({ closedAt }) => closedAt === null) ? { records: m.live_polls_tab() } : {});
