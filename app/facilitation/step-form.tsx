import type { ReactNode } from 'react';
import { localePath } from '#app/locale.ts';
import type { Pane } from '#app/notes/panes.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import type { StepAnswer } from './step-answer.ts';
import { type StepToSend, useStepDesk } from './use-steps.ts';

interface StepFormProps {
  step: StepToSend;
  /** Pane of a narrow screen to come back to without scripts. */
  pane?: Pane;
  className?: string;
  icon?: IconName;
  /** Behind the words. */
  iconAfter?: IconName;
  /** Names the button where its words or its icon do not. */
  label?: string;
  pressed?: boolean;
  children?: ReactNode;
  onAnswer?(answer: StepAnswer): void;
}

/** One button that takes a step: sent by script, or as the form that it is. */
export function StepForm({ step, pane = 'agenda', className = 'btn', icon, iconAfter, label, pressed, children, onAnswer }: StepFormProps) {
  const { slug, online, busy, send } = useStepDesk();
  return (
    <form
      className="lv-step"
      method="post"
      action={localePath(`/meetings/${slug}/live/facilitation`)}
      onSubmit={(event) => {
        event.preventDefault();
        send(step).then((answer) => answer && onAnswer?.(answer));
      }}
    >
      {Object.entries({ ...step, pane }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        className={className}
        type="submit"
        disabled={!online}
        aria-busy={busy === step.intent || undefined}
        aria-label={label}
        title={label}
        aria-pressed={pressed}
      >
        {icon ? <Icon name={icon} /> : null}
        {children}
        {iconAfter ? <Icon name={iconAfter} /> : null}
      </button>
    </form>
  );
}
