import { type ReactNode, useId } from 'react';
import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { Field } from '#app/ui/field.tsx';
import { nextOpen } from './next-open.ts';
import { useReview } from './review-context.tsx';

/** A form about one proposal: which, what its reader had before their eyes, and where to go on. */
export function DecisionForm({
  proposal: { id, seen },
  className,
  children,
}: {
  proposal: ShownProposal;
  className?: string;
  children: ReactNode;
}) {
  const { slug, draft } = useReview();
  return (
    <Form method="post" action={localePath(`/minutes/${slug}/review?at=${id}`)} className={className} noValidate preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="next" value={nextOpen(draft, id) ?? ''} />
      {children}
    </Form>
  );
}

interface KeptFieldProps {
  proposal: ShownProposal;
  name: 'text' | 'reason' | 'name' | 'function' | 'organisation';
  label: string;
  hint?: string;
  initial: string;
  /** Lines; 1: a single-line field. */
  rows: number;
  error?: string | undefined;
}

/** A field that keeps what was typed: through a refusal, and while its card is folded. */
export function KeptField({ proposal: { id }, name, label, hint, initial, rows, error }: KeptFieldProps) {
  const { typed, refusal } = useReview();
  const own = useId();
  const key = `${id} ${name}`;
  const sent = refusal?.sent.id === id ? refusal.sent : null;
  const was =
    sent &&
    (name === 'text'
      ? sent.intent === 'edit' && sent.text
      : name === 'reason'
        ? sent.reason
        : sent.intent === 'edit' && sent.identity[name]);
  const common = {
    ...{ name, label, id: own, error, defaultValue: typed.get(key) ?? (was || initial) },
    ...(hint ? { hint } : {}),
    onChange: (event: { currentTarget: { value: string } }) => void typed.set(key, event.currentTarget.value),
  };
  return rows === 1 ? <Field {...common} /> : <Field as="textarea" rows={rows} {...common} />;
}
