import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { FEED_ALARMS, FEED_HOLDS, FEED_NAME_LENGTH, type FeedHolds } from '#app/model/calendar.ts';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { CreatedFeed } from '#server/calendar/create-personal-feed.ts';
import type { RotatedFeed } from '#server/calendar/rotate-personal-feed.ts';
import { subscribeAddress } from './calendar-address.ts';
import { DavAccess } from './dav-access.tsx';
import { FeedDestinations } from './feed-destinations.tsx';
import { alarmLabel, holdsLabel } from './personal-feed-form.ts';

type Refusal = Extract<CreatedFeed | RotatedFeed, { ok: false }>['reason'];

interface NewPersonalFeedProps {
  signedIn: boolean;
  /** Of the feed that the form would make. */
  id: string;
  result: CreatedFeed | RotatedFeed | undefined;
  /** As it was filled in. */
  values: { name: string; holds: FeedHolds; alarmMinutes: number | null };
}

/** Step 2 of a personal feed: to sign in, to make an address, then once only the address itself. */
export function NewPersonalFeed({ signedIn, id, result, values }: NewPersonalFeedProps) {
  if (!signedIn) return <SignInFirst />;
  if (result?.ok) return <Created address={result.address} />;
  const reason = result?.reason;
  return (
    <Form method="post" action={localePath(subscribeAddress('mine'))} className="feed-form">
      <p>{m.calendar_mine_what()}</p>
      {reason && reason !== 'name-too-long' ? (
        <Notice look="err" role="alert">
          {refusalText(reason)}
        </Notice>
      ) : null}
      <input type="hidden" name="id" value={id} />
      <Field
        name="name"
        label={m.calendar_mine_name()}
        hint={m.calendar_mine_name_hint()}
        optional
        autoComplete="off"
        maxLength={FEED_NAME_LENGTH}
        defaultValue={values.name}
        error={reason === 'name-too-long' ? refusalText(reason) : undefined}
      />
      <Field as="select" name="holds" label={m.feeds_holds()} defaultValue={values.holds}>
        {FEED_HOLDS.map((holds) => (
          <option key={holds} value={holds}>
            {holdsLabel(holds)}
          </option>
        ))}
      </Field>
      <Field as="select" name="alarm" label={m.feeds_alarm()} hint={m.feeds_alarm_hint()} defaultValue={String(values.alarmMinutes ?? '')}>
        {[null, ...FEED_ALARMS].map((minutes) => (
          <option key={minutes} value={minutes ?? ''}>
            {alarmLabel(minutes)}
          </option>
        ))}
      </Field>
      <SubmitButton icon="calendar-plus" name="intent" value="create">
        {m.calendar_mine_create()}
      </SubmitButton>
    </Form>
  );
}

function SignInFirst() {
  return (
    <>
      <p>{m.calendar_mine_sign_in()}</p>
      <p className="feed-form__do">
        <A className="btn" to={`/sign-in?to=${encodeURIComponent(subscribeAddress('mine'))}`}>
          {m.common_sign_in()}
        </A>
      </p>
    </>
  );
}

function Created({ address }: { address: string }) {
  return (
    <>
      <Notice look="ok" role="status">
        <b>{m.calendar_mine_created_title()}</b>
        <p>{m.calendar_mine_created_why()}</p>
      </Notice>
      <FeedDestinations address={address} name={m.calendar_feed_mine()} download={false} />
      <DavAccess address={`${new URL(address).origin}/dav/me/`} password={address.slice(address.lastIndexOf('/') + 1, -'.ics'.length)} />
    </>
  );
}

function refusalText(reason: Refusal): string {
  switch (reason) {
    case 'name-too-long':
      return m.calendar_mine_name_too_long();
    case 'too-many':
      return m.calendar_mine_too_many();
    case 'created-before':
      return m.calendar_mine_created_before();
    case 'unknown':
      return m.feeds_rotate_unknown();
  }
}
