import { Form } from 'react-router';
import { durationLabel } from '#app/agenda/labels.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { ProposedPoint } from '#server/follow-ups/propose-carry-over.ts';

interface CarryOverFormProps {
  meeting: { slug: string };
  points: readonly ProposedPoint[];
  openActions: number;
  targets: readonly { id: string; words: string }[];
  /** What was sent and refused. */
  chosen: { targetId: string; itemIds: string[]; actions: boolean } | null;
  fault: string | null;
}

/** Where to, which points, and the actions: what was not dealt with is ticked already, so that one click does it. */
export function CarryOverForm({ meeting, points, openActions, targets, chosen, fault }: CarryOverFormProps) {
  return (
    <Form method="post" noValidate className="stack fu-edit">
      <Field as="select" label={m.follow_ups_carry_to()} name="target" defaultValue={chosen?.targetId ?? targets[0]?.id}>
        {targets.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </Field>
      {openActions > 0 ? (
        <Check
          name="actions"
          value="yes"
          defaultChecked={chosen?.actions ?? true}
          label={m.follow_ups_carry_actions({ count: openActions })}
          hint={m.follow_ups_carry_actions_hint({ minutes: 10 })}
        />
      ) : null}
      {points.length > 0 ? (
        <fieldset className="fu-points">
          <legend className="label">{m.follow_ups_carry_points()}</legend>
          {points.map((point) => (
            <Check
              key={point.id}
              name="item"
              value={point.id}
              defaultChecked={chosen ? chosen.itemIds.includes(point.id) : point.proposed}
              label={frenchSpaces(point.title)}
              hint={factsOf(point)}
            />
          ))}
        </fieldset>
      ) : (
        <p className="meta">{m.follow_ups_carry_none()}</p>
      )}
      <ErrorSummary faults={fault ? [{ id: fieldId('target'), message: fault }] : []} />
      <div className="row">
        <SubmitButton icon="arrow-right">{m.follow_ups_carry_button()}</SubmitButton>
        <A className="btn btn--quiet" to={`/meetings/${meeting.slug}`}>
          {m.meetings_cancel_not()}
        </A>
      </div>
    </Form>
  );
}

function factsOf({ durationMinutes, discussed, carriedTo }: ProposedPoint): string {
  const state =
    carriedTo.length > 0
      ? m.follow_ups_carry_already({ titles: carriedTo.map(frenchSpaces).join(', ') })
      : discussed
        ? m.follow_ups_carry_discussed()
        : m.follow_ups_carry_not_discussed();
  return `${durationLabel(durationMinutes)} · ${state}`;
}

/** Nothing to carry over to yet, and what to do about it. */
export function NoMeeting({ groupSlug }: { groupSlug: string }) {
  return (
    <Notice look="warn">
      <b>{m.follow_ups_carry_no_meeting()}</b>
      <p>{m.follow_ups_carry_no_meeting_what()}</p>
      <p>
        <A className="btn btn--sm" to={`/meetings/new?group=${groupSlug}`}>
          <Icon name="plus" />
          {m.follow_ups_carry_plan()}
        </A>
      </p>
    </Notice>
  );
}

export function Carried({ slug, added }: { slug: string; added: number }) {
  return (
    <Notice look="ok" role="status">
      <p>{added > 0 ? m.follow_ups_carry_done({ count: added }) : m.follow_ups_carry_done_none()}</p>
      <p>
        <A to={`/meetings/${slug}`}>{m.follow_ups_carry_see()}</A>
      </p>
    </Notice>
  );
}
