import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { PollPageData } from '#server/date-polls/read-poll-page.ts';
import type { DateContext } from './date-words.ts';
import { longDate } from './date-words.ts';
import { PollCards } from './poll-cards.tsx';
import { PollTable } from './poll-table.tsx';
import saveScript from './save-votes.js?url';

interface BallotProps {
  page: PollPageData;
  context: DateContext;
  path: string;
}

/**
 * The dates with what is said of them, as a table and as cards: the screen shows one of the two, and each is a form of its
 * own, so that what the other one holds is not sent along.
 */
export function Ballot({ page, context, path }: BallotProps) {
  const voting = page.own !== null && page.poll.state === 'open';
  if (!voting)
    return (
      <>
        <PollTable page={page} context={context} voting={false} />
        <PollCards page={page} context={context} voting={false} />
      </>
    );
  return (
    <>
      <Form method="post" action={path} data-ballot="" className="dp-form dp-form--wide">
        <PollTable page={page} context={context} voting />
        <Save />
      </Form>
      <Form method="post" action={path} data-ballot="" className="dp-form dp-form--cards">
        <PollCards page={page} context={context} voting />
        <Save />
      </Form>
      <Standing page={page} />
      <script type="module" src={saveScript} />
    </>
  );
}

function Save() {
  return (
    <p className="dp-save" data-ballot-save="">
      <SubmitButton name="intent" value="vote">
        {m.date_polls_save()}
      </SubmitButton>
    </p>
  );
}

/** What is saved, and what is left to say; the script changes it when the server has answered, never before. */
function Standing({ page: { own, dates } }: { page: PollPageData }) {
  if (!own) return null;
  const left = own.left.map((date) => longDate(date, dates)).join(' · ');
  return (
    <p
      className="meta dp-standing"
      role="status"
      data-ballot-says=""
      data-saving={m.date_polls_saving()}
      data-failed={m.date_polls_not_saved()}
    >
      <span data-fragment="standing">
        {own.answered ? (
          <>
            <Icon name="check" /> {left === '' ? m.date_polls_all_saved() : m.date_polls_saved_but({ dates: left })}
          </>
        ) : (
          m.date_polls_not_answered()
        )}
      </span>
    </p>
  );
}
