import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb, type Crumb } from '#app/ui/breadcrumb.tsx';
import type { FormChoices } from './form-choices.ts';
import { MeetingAside } from './meeting-aside.tsx';
import { MeetingFields } from './meeting-form.tsx';
import type { MeetingFormValues } from './meeting-form-values.ts';
import type { Faults } from './parse-meeting-form.ts';
import type { MeetingPreview } from './preview-meeting.ts';
import { usePreview } from './use-preview.ts';

export const FORM_ID = 'meeting-form';

interface MeetingFormPageProps {
  heading: string;
  crumbs: Crumb[];
  values: MeetingFormValues;
  faults: Faults;
  choices: FormChoices;
  preview: MeetingPreview;
  /** Hidden fields, and what stands above the sections. */
  children: ReactNode;
  /** What Enter does in a field: the careful button. */
  enter: 'draft' | 'save';
  /** Buttons, given whether an answer is awaited. */
  actions: (busy: boolean) => ReactNode;
}

/** The form of a meeting, new or edited, with its preview and its buttons beside it. */
export function MeetingFormPage({
  heading,
  crumbs,
  values,
  faults,
  choices,
  preview: first,
  children,
  enter,
  actions,
}: MeetingFormPageProps) {
  const { preview, ask } = usePreview(first);
  const busy = useNavigation().formMethod === 'POST';
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb crumbs={crumbs} />
        <h1>{heading}</h1>
      </div>
      <div className="wrap fm">
        <Form method="post" id={FORM_ID} noValidate aria-label={heading} onChange={(event) => ask(event.currentTarget)} preventScrollReset>
          <button type="submit" name="intent" value={enter} className="vh" tabIndex={-1} aria-hidden="true">
            {m.meetings_save()}
          </button>
          {children}
          <MeetingFields values={values} faults={faults} choices={choices} preview={preview} />
        </Form>
        <MeetingAside preview={preview} faults={faults}>
          {actions(busy)}
        </MeetingAside>
      </div>
    </>
  );
}
