import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import { MINUTES_STATES, type MinutesState } from '#app/model/minutes.ts';
import type { MinutesStatus, MinutesStep } from '#app/model/minutes-status.ts';
import { Icon } from '#app/ui/icon.tsx';

interface StateStepsProps {
  status: MinutesStatus;
  /** IANA name of the zone in which days are told. */
  zone?: string;
}

/** Where minutes stand between the draft and the publication, and who brought them there when. */
export function StateSteps({ status, zone = 'Europe/Paris' }: StateStepsProps) {
  const current = MINUTES_STATES.indexOf(status.state);
  // what happened before the draft was opened again belongs to the version before
  const since = status.steps.find(({ state }) => state === 'draft')?.at ?? '';
  return (
    <ol className="steps" aria-label={m.versions_steps()}>
      {MINUTES_STATES.map((state, index) => {
        const step = status.steps.find((each) => each.state === state && each.at >= since) ?? null;
        const reached = index < current && (step !== null || state === 'draft');
        const now = index === current;
        return (
          <li
            key={state}
            className={now ? 'now' : reached ? 'done' : undefined}
            aria-current={now ? 'step' : undefined}
            style={now ? ({ '--v': share(status) } as CSSProperties) : undefined}
          >
            {reached ? <Icon name="check" /> : null}
            <b>
              {stateWord(state)}
              {reached ? <span className="vh"> {m.versions_step_done()}</span> : null}
            </b>
            {now || reached ? toldOf(state, step, status, zone) : index < current ? m.versions_step_skipped() : comingOf(state, status)}
          </li>
        );
      })}
    </ol>
  );
}

/** How far the line to the next step is drawn. */
function share({ state, review }: MinutesStatus): string {
  if (state === 'published') return '100%';
  if (state !== 'in_review' || !review?.reviewers) return '30%';
  return `${Math.round((100 * review.answered) / review.reviewers)}%`;
}

export function stateWord(state: MinutesState): string {
  switch (state) {
    case 'draft':
      return m.versions_state_draft();
    case 'in_review':
      return m.versions_state_in_review();
    case 'approved':
      return m.versions_state_approved();
    case 'published':
      return m.versions_state_published();
  }
}

function toldOf(state: MinutesState, step: MinutesStep | null, { state: current, review }: MinutesStatus, zone: string): string {
  if (state === 'in_review' && current === 'in_review' && review) {
    const until = formatDay(review.deadline, getLocale(), { weekday: true });
    return m.versions_step_until({ until, answered: review.answered, count: review.reviewers });
  }
  if (!step) return state === 'draft' ? m.versions_step_written() : '';
  const date = formatDay(localTime(step.at, zone).slice(0, 10), getLocale());
  if (state === 'published') return m.versions_step_published({ number: step.number ?? 1, date, name: step.byName });
  return state === 'draft' ? m.versions_step_reopened({ date, name: step.byName }) : m.versions_step_by({ date, name: step.byName });
}

function comingOf(state: MinutesState, { latest }: MinutesStatus): string {
  if (state === 'in_review') return m.versions_step_review_coming();
  if (state === 'approved') return m.versions_step_approval_coming();
  return latest > 0 ? m.versions_step_next_coming({ number: latest + 1 }) : m.versions_step_publication_coming();
}
