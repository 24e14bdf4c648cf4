import { useLayoutEffect, useRef, useState } from 'react';
import { useNavigation, useRevalidator } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ChangesView } from '#app/minutes/changes-view.tsx';
import { changesOf } from '#app/model/version-diff.ts';
import { useLiveTopic } from '#app/ui/use-live-topic.ts';
import { DraftView } from './draft-view.tsx';
import type { Screen } from './load-review.server.ts';
import type { Refusal } from './refusal-words.ts';
import { ReviewBar } from './review-bar.tsx';
import { ReviewProvider } from './review-context.tsx';
import { ReviewHead } from './review-head.tsx';
import { threadId } from './review-query.ts';
import { useHeldOffline } from './use-held-offline.ts';
import { isTyping, useReviewKeys } from './use-review-keys.ts';

/** The organiser's screen: the draft with what was proposed beside it, and one decision after the other. */
export function ReviewScreen({ screen, refusal }: { screen: Screen; refusal: Refusal | null }) {
  const { meeting, draft, can, at, ask } = screen;
  return (
    <ReviewProvider
      {...{ slug: meeting.slug, zone: meeting.timeZone, draft, can, ask, refusal }}
      at={refusal && draft.proposals[refusal.sent.id] ? refusal.sent.id : at}
    >
      <Page screen={screen} refusal={refusal} />
    </ReviewProvider>
  );
}

function Page({ screen, refusal }: { screen: Screen; refusal: Refusal | null }) {
  const page = useRef<HTMLDivElement>(null);
  const { revalidate } = useRevalidator();
  const [isStale, setStale] = useState(false);
  const refresh = () => {
    setStale(false);
    void revalidate();
  };
  // what somebody is typing is never taken from under their hands
  useLiveTopic(screen.meeting.id, ['minutes', 'notes', 'attendance'], () => (isTyping(page.current) ? setStale(true) : refresh()));
  const isHeld = useHeldOffline();
  useReviewKeys();
  useFocusAfterDecision(screen);
  useFocusOnRefusal(refusal);
  return (
    <div ref={page}>
      <ReviewHead screen={screen} />
      <ReviewBar screen={screen} refresh={isStale ? refresh : null} isHeld={isHeld} />
      {screen.view === 'diff' ? <Differences diff={screen.diff} /> : <DraftView view={screen.view} />}
    </div>
  );
}

/** What changed, and the whole of the points in which something may have: the rest of the page is what the meeting's own data say. */
function Differences({ diff }: { diff: Screen['diff'] }) {
  const parts = diff?.parts.filter((part) => part.what === 'section' || changesOf({ parts: [part] }).length > 0) ?? [];
  return (
    <div className="wrap rv rv--diff">
      {diff ? <ChangesView diff={{ ...diff, parts }} /> : <p className="empty">{m.complements_diff_none()}</p>}
    </div>
  );
}

/** After a decision the next proposal has the focus. */
function useFocusAfterDecision({ done, at, draft }: Screen): void {
  const state = done ? (draft.proposals[done]?.state ?? '') : '';
  const before = useRef(`${done} ${state}`);
  // before anything is painted: whoever types at once types where the page put them
  useLayoutEffect(() => {
    const now = `${done} ${state}`;
    if (before.current === now) return;
    before.current = now;
    if (done && at) document.getElementById(threadId(at))?.focus();
  }, [done, state, at]);
}

/** Once after each refusal, and never again while somebody puts it right: the router shows one answer twice, as two objects. */
function useFocusOnRefusal(refusal: Refusal | null): void {
  const { state } = useNavigation();
  const told = useRef({ before: null as Refusal | null, now: '' });
  useLayoutEffect(() => {
    if (state === 'submitting') told.current = { before: refusal, now: '' };
    else if (refusal && refusal !== told.current.before && told.current.now !== JSON.stringify(refusal)) {
      told.current.now = JSON.stringify(refusal);
      document.getElementById(`${threadId(refusal.sent.id)}-fault`)?.focus();
    }
  }, [refusal, state]);
}
