import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { FrameAnswer, Noun } from './act-on-frame.server.ts';
import { Faults, Hidden, Refusal } from './frame-item.tsx';

interface FrameSectionProps {
  noun: Noun;
  title: string;
  hint: string;
  add: string;
  newId: string;
  answer: FrameAnswer | null;
  /** The rows. */
  children: ReactNode;
  /** The controls of the form that adds one. */
  fields: (id: string, own: FrameAnswer | null) => ReactNode;
}

/** Slots, rooms or tracks: the list, and the form that adds one. */
export function FrameSection({ noun, title, hint, add, newId, answer, children, fields }: FrameSectionProps) {
  const own = answer?.noun === noun && answer.deed === 'add' ? answer : null;
  const id = own?.id ?? newId;
  return (
    <section className="fm__sec" aria-labelledby={`${noun}s`}>
      <h2 id={`${noun}s`}>{title}</h2>
      <div className="fm__b">
        <p className="meta">{hint}</p>
        {children}
        <Form method="post" className="pr-add stack" noValidate preventScrollReset aria-label={add} key={id}>
          <Hidden noun={noun} id={id} />
          <h3>{add}</h3>
          {fields(id, own)}
          {own?.refusal?.field === '' ? <Refusal answer={own} /> : null}
          {own ? <Faults answer={own} /> : null}
          <SubmitButton name="deed" value="add" look="line">
            {add}
          </SubmitButton>
        </Form>
      </div>
    </section>
  );
}
