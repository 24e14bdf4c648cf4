import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { formatDay, formatWhen, localTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { NewRapporteur } from './new-rapporteur.tsx';
import type { SessionData, SessionRefused } from './session.route.tsx';
import './rapporteurs.css';

export const ASSIGN = 'assign';
export const ASSIGN_NEW = 'assign-new';
export const UNASSIGN = 'unassign';
export const DUE = 'due';
export const GIVE_BACK = 'give-back';

type SessionPageProps = SessionData & { refused: SessionRefused | null };

/** Who writes the minutes of one session, and by when. */
export function SessionPage({ edition, report, rapporteurs, query, found, newId, written, refused }: SessionPageProps) {
  const title = frenchSpaces(report.title);
  const own = `/editions/${edition.slug}/rapporteurs`;
  return (
    <div className="wrap fm-head stack rb-page">
      <Breadcrumb
        crumbs={[
          { to: `/editions/${edition.slug}`, label: edition.name },
          { to: own, label: m.rapporteurs_title() },
        ]}
      />
      <h1>{title}</h1>
      <p className="meta">{formatWhen(whenOf(report.edtf), { zone: report.timeZone, locale: getLocale() }).full}</p>
      <div className="rb-edit">
        {written ? (
          <Notice look="ok" role="status">
            {written === 'yes' ? m.rapporteurs_assigned_written() : m.rapporteurs_assigned()}
          </Notice>
        ) : null}
        {refused?.clash ? <Clash clash={refused.clash} back={`${own}/${report.slug}`} /> : null}
        <ErrorSummary faults={refused?.faults ?? []} />
        <section aria-labelledby="t-who">
          <h2 id="t-who">{m.rapporteurs_who_title()}</h2>
          {rapporteurs.length === 0 ? <p>{m.rapporteurs_who_nobody()}</p> : null}
          <ul className="rb-people">
            {rapporteurs.map((person) => (
              <li key={person.attendanceId}>
                <span>
                  <b>{fullNameOf(person)}</b> <span className="meta">{person.organisationName}</span>
                  {person.reachable ? null : <span className="rb-bad"> {m.rapporteurs_no_address()}</span>}
                </span>
                <Form method="post">
                  <input type="hidden" name="attendanceId" value={person.attendanceId} />
                  <SubmitButton
                    look="quiet"
                    size="sm"
                    name="intent"
                    value={UNASSIGN}
                    aria-label={m.rapporteurs_remove_of({ name: fullNameOf(person) })}
                  >
                    {m.rapporteurs_remove()}
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="t-find">
          <h2 id="t-find">{m.rapporteurs_find_title()}</h2>
          <p className="small">{m.rapporteurs_find_what()}</p>
          <Form method="get" className="invite__search" role="search">
            <Field name="q" type="search" label={m.attendance_invite_search()} defaultValue={query} maxLength={100} />
            <SubmitButton look="line" icon="magnifying-glass">
              {m.attendance_invite_search_go()}
            </SubmitButton>
          </Form>
          {query && found.length === 0 ? <p role="status">{m.attendance_invite_search_none()}</p> : null}
          {found.length > 0 ? (
            <ul className="rb-people">
              {found.map((person) => (
                <li key={person.id}>
                  <span>
                    <b>{fullNameOf(person)}</b>{' '}
                    <span className="meta">{[person.function, person.organisationName].filter(Boolean).join(', ')}</span>
                  </span>
                  {person.invited ? (
                    <span className="meta">{m.rapporteurs_already()}</span>
                  ) : (
                    <Form method="post">
                      <input type="hidden" name="personId" value={person.id} />
                      <SubmitButton
                        look="line"
                        size="sm"
                        name="intent"
                        value={ASSIGN}
                        aria-label={m.rapporteurs_assign_person({ name: fullNameOf(person) })}
                      >
                        {m.rapporteurs_assign()}
                      </SubmitButton>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          ) : null}
          <NewRapporteur newId={newId} refused={refused} />
        </section>
        <section aria-labelledby="t-due">
          <h2 id="t-due">{m.rapporteurs_due_title()}</h2>
          <Form method="post" className="stack" noValidate>
            <input type="hidden" name="intent" value={DUE} />
            <Field
              name="dueOn"
              type="date"
              label={m.rapporteurs_due_label()}
              hint={m.rapporteurs_due_hint()}
              defaultValue={report.ownDue ?? ''}
              error={refused?.faults.find(({ id }) => id === 'f-dueOn')?.message}
            />
            <SubmitButton look="line">{m.rapporteurs_plan_save()}</SubmitButton>
          </Form>
        </section>
        {report.handedInAt ? (
          <section aria-labelledby="t-back">
            <h2 id="t-back">{m.rapporteurs_step_handed_in()}</h2>
            <p>
              {m.rapporteurs_handed_in_by({
                name: report.handedInByName ?? '',
                date: formatDay(localTime(report.handedInAt, report.timeZone).slice(0, 10), getLocale()),
              })}
            </p>
            <Form method="post">
              <SubmitButton look="line" name="intent" value={GIVE_BACK}>
                {m.rapporteurs_give_back()}
              </SubmitButton>
            </Form>
          </section>
        ) : null}
        <p>
          <A className="btn btn--quiet" to={own}>
            {m.rapporteurs_back()}
          </A>
        </p>
      </div>
    </div>
  );
}

/** What speaks against it, and the same form once more for whoever means it. */
function Clash({ clash, back }: { clash: NonNullable<SessionRefused['clash']>; back: string }) {
  return (
    <Notice look="warn" role="alert">
      <p>
        <b>{m.rapporteurs_clash_title()}</b>
      </p>
      <ul>
        {clash.sessions.map(({ slug, title }) => (
          <li key={slug}>
            <A to={`/meetings/${slug}`}>{frenchSpaces(title)}</A>
          </li>
        ))}
      </ul>
      <Form method="post" className="row">
        {clash.sent.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton look="line" name="knowingly" value="yes">
          {m.rapporteurs_clash_knowingly()}
        </SubmitButton>
        <A className="btn btn--quiet" to={back}>
          {m.rapporteurs_clash_leave()}
        </A>
      </Form>
    </Notice>
  );
}
