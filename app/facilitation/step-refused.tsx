import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { StepRefusal } from './step-answer.ts';
import { useStepDesk } from './use-steps.ts';

/** Why the last step was not taken. */
export function StepRefused() {
  const { refusal, dismiss } = useStepDesk();
  if (!refusal) return null;
  return (
    <div className="lv-said" role="alert">
      <Icon name="warning" />
      <p>{WORDS[refusal]()}</p>
      <button className="btn btn--quiet btn--icon" type="button" aria-label={m.facilitation_dismiss()} onClick={dismiss}>
        <Icon name="x" />
      </button>
    </div>
  );
}

const WORDS: Record<StepRefusal, () => string> = {
  not_open: m.facilitation_refused_not_open,
  not_started: m.facilitation_refused_not_started,
  closed: m.facilitation_refused_closed,
  moved: m.facilitation_refused_moved,
  point_gone: m.facilitation_refused_point_gone,
  too_long: m.facilitation_refused_too_long,
  request_gone: m.facilitation_refused_request_gone,
  not_now: m.facilitation_refused_not_now,
  gone: m.facilitation_refused_gone,
  denied: m.facilitation_refused_denied,
  offline: m.facilitation_refused_offline,
  malformed: m.facilitation_refused_malformed,
};
