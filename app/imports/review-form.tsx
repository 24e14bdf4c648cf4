import { Form } from 'react-router';
import type { Faults } from '#app/meetings/parse-meeting-form.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary, type FieldFault } from '#app/ui/error-summary.tsx';
import { fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Refused, Review } from './import.route.tsx';
import { control } from './read-review-form.ts';
import { ReviewAttendees } from './review-attendees.tsx';
import { ReviewHeader } from './review-header.tsx';
import { ReviewPieces } from './review-pieces.tsx';
import { noticeWords } from './words.ts';

export interface Conflict {
  /** Names of header fields, ids of attendees and pieces. */
  differ: string[];
  /** What stands now of each piece. */
  theirs: Record<string, string>;
  header: Review['header'];
}

interface ReviewFormProps {
  id: string;
  review: Review;
  saved: boolean;
  faults: Faults;
  conflict: Conflict | null;
  refused: Refused | null;
}

/** What was read, beside what is proposed: everything in one form, which is saved as a draft or made into a meeting. */
export function ReviewForm({ review, saved, faults, conflict, refused }: ReviewFormProps) {
  return (
    <Form method="post" className="imp__form" noValidate>
      <input type="hidden" name="revision" value={review.revision} />
      {/* Enter in a field saves; it never makes the meeting */}
      <button type="submit" name="intent" value="save" hidden />
      {saved ? (
        <Notice look="ok" role="status">
          {m.imports_saved()}
        </Notice>
      ) : null}
      {conflict ? (
        <Notice look="warn" role="alert">
          {m.imports_conflict({ count: conflict.differ.length })}
        </Notice>
      ) : null}
      {review.notices.map((notice) => (
        <Notice key={notice}>{noticeWords(notice)}</Notice>
      ))}
      <ReviewHeader review={review} faults={faults} conflict={conflict} />
      <ReviewAttendees review={review} conflict={conflict} undecided={refused?.reason === 'people' ? refused.undecided : []} />
      <ReviewPieces review={review} conflict={conflict} />
      <div className="imp__end">
        {review.contacts ? (
          <>
            <input type="hidden" name="contacts-shown" value="1" />
            <Check
              name="keepContacts"
              defaultChecked={review.keepContacts}
              label={m.imports_keep_contacts()}
              hint={m.imports_keep_contacts_hint()}
            />
          </>
        ) : null}
        <ErrorSummary faults={faultsOf(faults, refused)} />
        <div className="row">
          <SubmitButton name="intent" value="finish" size="lg" icon="check">
            {m.imports_finish()}
          </SubmitButton>
          <SubmitButton name="intent" value="save" size="lg" look="line">
            {m.imports_save()}
          </SubmitButton>
          <SubmitButton name="intent" value="drop" size="lg" look="quiet">
            {m.imports_drop()}
          </SubmitButton>
        </div>
        <p className="hint">{m.imports_finish_hint()}</p>
      </div>
    </Form>
  );
}

function faultsOf(faults: Faults, refused: Refused | null): FieldFault[] {
  const typed = Object.entries(faults).map(([field, message]) => ({ id: fieldId(field), message: message ?? '' }));
  return [...typed, ...(refused ? refusalFaults(refused) : [])];
}

function refusalFaults(refused: Refused): FieldFault[] {
  switch (refused.reason) {
    case 'people':
      return refused.undecided.slice(0, 20).map((id) => ({ id: control.attendee(id, 'person'), message: m.imports_who_is() }));
    case 'no_title':
      return [{ id: fieldId('title'), message: m.imports_no_title() }];
    case 'no_text':
      return [{ message: m.imports_no_text() }];
    case 'too_many_points':
      return [{ message: m.imports_too_many_points() }];
    case 'too_large':
      return [{ message: m.imports_fault_too_long() }];
    case 'closed':
      return [{ message: m.imports_was_dropped() }];
  }
}
