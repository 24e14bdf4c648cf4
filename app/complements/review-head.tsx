import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { StateSteps } from '#app/minutes/state-steps.tsx';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Screen } from './load-review.server.ts';
import { openIds } from './next-open.ts';
import { BAR } from './review-query.ts';

/** What is reviewed, where it stands, and what comes next. */
export function ReviewHead({ screen: { meeting, status, draft, isReviewOpen, can } }: { screen: Screen }) {
  const crumbs = [
    { to: `/groups/${meeting.groupSlug}`, label: meeting.groupName },
    { to: `/meetings/${meeting.slug}/minutes`, label: m.complements_minutes() },
  ];
  return (
    <div className="wrap rv-head">
      <Breadcrumb crumbs={crumbs} />
      <div className="rv-head__t">
        <div>
          <h1>{frenchSpaces(meeting.title)}</h1>
          <p className="meta">{meeting.when}</p>
        </div>
        <div className="row">
          <A className="btn btn--line" to={`/meetings/${meeting.slug}/minutes/return`}>
            {m.imports_return_title()}
          </A>
          <A className="btn btn--line" to={`/meetings/${meeting.slug}/minutes/review`}>
            <Icon name="envelope-simple" />
            {isReviewOpen ? m.complements_remind() : status.state === 'draft' ? m.complements_open_review() : m.complements_manage()}
          </A>
          {status.state === 'draft' || status.state === 'in_review' ? <Approve slug={meeting.slug} open={openIds(draft).length} /> : null}
        </div>
      </div>
      <StateSteps status={status} zone={meeting.timeZone} />
      {can.decide ? null : <Notice>{m.complements_closed()}</Notice>}
    </div>
  );
}

/** Only when everything is decided; the bar says how much is left. */
function Approve({ slug, open }: { slug: string; open: number }) {
  if (open > 0)
    return (
      <button className="btn" type="button" aria-disabled="true" aria-describedby={`${BAR}-left`}>
        {m.complements_approve()}
      </button>
    );
  return (
    <Form method="post" action={localePath(`/meetings/${slug}/minutes/state`)}>
      <button className="btn" type="submit" name="intent" value="approve">
        {m.complements_approve()}
      </button>
    </Form>
  );
}
