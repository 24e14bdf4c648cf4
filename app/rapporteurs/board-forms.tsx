import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { BoardData } from './board.route.tsx';

export const PLAN = 'plan';
export const REMIND = 'remind';
export const CHECK = 'check';

type BoardFormsProps = Pick<BoardData, 'edition' | 'plan' | 'toRemind' | 'toCheck'> & {
  refused: { fault: string; typed: string | null } | null;
};

/** What organisers do for all sessions at once: deadline, reminders, headings, the checker. */
export function BoardForms({ edition, plan, toRemind, toCheck, refused }: BoardFormsProps) {
  return (
    <div className="rb-forms no-print">
      <section className="stack" aria-labelledby="t-plan">
        <h2 id="t-plan">{m.rapporteurs_plan_title()}</h2>
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="intent" value={PLAN} />
          <input type="hidden" name="revision" value={plan.revision} />
          <Field
            label={m.rapporteurs_plan_days()}
            name="dueDays"
            inputMode="numeric"
            className="input rb-days"
            hint={m.rapporteurs_plan_hint()}
            defaultValue={refused?.typed ?? plan.dueDays ?? ''}
            error={refused?.typed === null ? undefined : refused?.fault}
            autoComplete="off"
          />
          <SubmitButton look="line">{m.rapporteurs_plan_save()}</SubmitButton>
        </Form>
      </section>
      <section className="stack" aria-labelledby="t-remind">
        <h2 id="t-remind">{m.rapporteurs_remind_title()}</h2>
        <p className="small">{m.rapporteurs_remind_what()}</p>
        {toRemind > 0 ? (
          <Form method="post">
            <input type="hidden" name="intent" value={REMIND} />
            <input type="hidden" name="expected" value={toRemind} />
            <SubmitButton icon="envelope-simple">{m.rapporteurs_remind({ count: toRemind })}</SubmitButton>
          </Form>
        ) : (
          <p className="meta">{m.rapporteurs_remind_nobody()}</p>
        )}
      </section>
      <section className="stack" aria-labelledby="t-alike">
        <h2 id="t-alike">{m.rapporteurs_alike_title()}</h2>
        <p className="small">{m.rapporteurs_alike_what()}</p>
        <p>
          <A className="btn btn--line" to={`/editions/${edition.slug}/headings`}>
            <Icon name="list-numbers" />
            {m.rapporteurs_headings_title()}
          </A>
        </p>
        {toCheck > 0 ? (
          <Form method="post">
            <input type="hidden" name="intent" value={CHECK} />
            <SubmitButton look="line" icon="list-checks">
              {m.rapporteurs_check({ count: toCheck })}
            </SubmitButton>
          </Form>
        ) : null}
      </section>
    </div>
  );
}
