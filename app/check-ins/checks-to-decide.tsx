import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatInstant, sentenceCase } from '#app/model/format-when.ts';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { CheckToDecide } from '#db/check-ins/read-doors.ts';

interface ChecksToDecideProps {
  checks: CheckToDecide[];
  timeZone: string;
  /** What was decided on just now had been decided before. */
  gone: boolean;
}

/** Badges that were at two doors, and what revoked doors noted before their end: each with its two answers. */
export function ChecksToDecide({ checks, timeZone, gone }: ChecksToDecideProps) {
  const when = (instant: string) => formatInstant(instant, timeZone, getLocale()).time;
  const dayOf = (instant: string) => sentenceCase(formatInstant(instant, timeZone, getLocale()).date);
  if (checks.length === 0 && !gone) return null;
  return (
    <section aria-labelledby="t-check">
      <h2 id="t-check">{m.check_ins_to_decide({ count: checks.length })}</h2>
      {gone ? <p className="ci-note">{m.check_ins_gone()}</p> : null}
      <ul className="ci-decide">
        {checks.map((check) => (
          <li key={check.id}>
            <p>
              <b>{check.name}</b> {check.organisation}
              {` · ${check.session ?? m.check_ins_entrance()} · ${dayOf(check.at)}`}
            </p>
            <p>
              {check.standing === 'held'
                ? m.check_ins_held({ door: check.door, time: when(check.at) })
                : m.check_ins_two_doors({
                    first: check.first?.door ?? '?',
                    firstTime: check.first ? when(check.first.at) : '?',
                    second: check.door,
                    secondTime: when(check.at),
                  })}
            </p>
            <Form method="post" className="row">
              <input type="hidden" name="id" value={check.id} />
              <input type="hidden" name="intent" value={check.standing === 'held' ? 'held' : 'settle'} />
              {check.standing === 'held' ? (
                <>
                  <SubmitButton size="sm" name="decision" value="taken">
                    {m.check_ins_take()}
                  </SubmitButton>
                  <SubmitButton size="sm" look="line" name="decision" value="rejected">
                    {m.check_ins_reject()}
                  </SubmitButton>
                </>
              ) : (
                <>
                  <SubmitButton size="sm" name="decision" value="same_person">
                    {m.check_ins_same_person()}
                  </SubmitButton>
                  <SubmitButton size="sm" look="line" name="decision" value="copied">
                    {m.check_ins_copied()}
                  </SubmitButton>
                </>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
