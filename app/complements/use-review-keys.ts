import { useEffect, useEffectEvent } from 'react';
import { openIds } from './next-open.ts';
import { useReview } from './review-context.tsx';
import { threadId } from './review-query.ts';

const FIELDS = 'input:not([type="hidden"]), textarea, select';

/** Whether anything was typed that is not sent, or somebody is in a field. */
export function isTyping(page: HTMLElement | null): boolean {
  if (document.activeElement?.matches(FIELDS)) return true;
  const fields = page?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input:not([type="hidden"])') ?? [];
  return [...fields].some((field) => field.value !== field.defaultValue);
}

/**
 * Single letters act only while a proposal has the focus, and never in a field (WCAG 2.1.4); with Alt, the arrows go from
 * one to the next from anywhere.
 */
export function useReviewKeys(): void {
  const { draft, at, open } = useReview();
  const go = (by: 1 | -1, from: string | null) => {
    const ids = openIds(draft);
    const index = from === null ? -1 : ids.indexOf(from);
    const next = ids[(index + by + ids.length) % ids.length] ?? ids[0];
    if (next === undefined) return;
    open(next);
    // once it is drawn open
    requestAnimationFrame(() => document.getElementById(threadId(next))?.focus());
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const thread = target?.closest<HTMLElement>('[data-thread]') ?? null;
    if (event.key === 'Escape' && thread && target?.matches(FIELDS)) {
      target.closest('details')?.removeAttribute('open');
      thread.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || target?.matches('select')) return;
    const steps: Record<string, 1 | -1> = event.altKey ? { ArrowDown: 1, ArrowUp: -1 } : thread ? { j: 1, k: -1 } : {};
    const step = steps[event.key];
    if (step && (event.altKey || !target?.matches(FIELDS))) {
      event.preventDefault();
      go(step, thread?.dataset.thread ?? at);
      return;
    }
    if (event.altKey || event.shiftKey || !thread || target?.matches(FIELDS)) return;
    if (act(thread, event.key)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** Presses the button of a proposal, or unfolds its form, as the mouse would. */
function act(thread: HTMLElement, key: string): boolean {
  if (key === 'a') {
    const button = thread.querySelector<HTMLElement>('[data-do="accept"]');
    button?.click();
    return button !== null;
  }
  const form = key === 'e' ? 'edit' : key === 'r' ? 'refuse' : null;
  const details = form && thread.querySelector<HTMLDetailsElement>(`details[data-do="${form}"]`);
  if (!details) return false;
  details.open = true;
  details.querySelector<HTMLElement>(FIELDS)?.focus();
  return true;
}
