import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { CheckerPanel } from '#app/minutes/checker-panel.tsx';
import { MinutesBody } from '#app/minutes/minutes-body.tsx';
import { MinutesHead } from '#app/minutes/minutes-page.tsx';
import { formatDay, formatWhen, localTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { daysLate } from '#app/model/rapporteurs.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ReportData } from './report.route.tsx';
import { stepWord } from './step-words.ts';
import './rapporteurs.css';

export const HAND_IN = 'hand-in';
export const TAKE_BACK = 'take-back';

type ReportPageProps = ReportData & { refused: string | null };

/** The rapporteur's own page: write, arrange, check, hand in, beside the minutes as they would be published. */
export function ReportPage(props: ReportPageProps) {
  const { report, content, step, refused } = props;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${report.slug}`, label: frenchSpaces(report.title) }]} />
      <h1>{m.rapporteurs_report_title()}</h1>
      <p className="meta">
        {frenchSpaces(report.title)}, {formatWhen(whenOf(report.edtf), { zone: report.timeZone, locale: getLocale() }).full}
      </p>
      <p className="row">
        <Tag look={step === 'published' || step === 'approved' ? 'ok' : step === 'handed_in' ? 'warn' : undefined}>{stepWord(step)}</Tag>
        <DueLine {...props} />
      </p>
      {refused ? (
        <Notice look="err" role="alert">
          {refused}
        </Notice>
      ) : null}
      <div className="rb-cols">
        <Steps {...props} />
        <section aria-labelledby="t-preview">
          <h2 id="t-preview">{m.rapporteurs_preview_title()}</h2>
          {content.sections.length === 0 ? (
            <p>{m.rapporteurs_preview_empty()}</p>
          ) : (
            <>
              <MinutesHead content={content} version={null} />
              <MinutesBody content={content} />
            </>
          )}
        </section>
      </div>
    </div>
  );
}

function DueLine({ due, today, step }: ReportPageProps) {
  if (due === null || step === 'approved' || step === 'published') return null;
  const date = formatDay(due, getLocale(), { weekday: true });
  const late = step === 'handed_in' || step === 'in_review' ? 0 : daysLate(due, today);
  return late > 0 ? (
    <span className="rb-bad">{m.rapporteurs_report_late({ date })}</span>
  ) : (
    <span>{m.rapporteurs_report_due({ date })}</span>
  );
}

function Steps(props: ReportPageProps) {
  const { report, can, headings, words, findings, setAside } = props;
  if (!can.arrange)
    return (
      <div>
        <Notice>{m.rapporteurs_report_settled()}</Notice>
      </div>
    );
  return (
    <ol className="rb-steps">
      <li>
        <div>
          <h2>{m.rapporteurs_step1()}</h2>
          <p className="small">{m.rapporteurs_step1_what()}</p>
          <p>{words > 0 ? m.rapporteurs_words({ count: words }) : m.rapporteurs_no_words()}</p>
          <A className="btn" to={`/meetings/${report.slug}/live`}>
            <Icon name="note-pencil" />
            {m.meetings_open_notes()}
          </A>
        </div>
      </li>
      <li>
        <div>
          <h2>{m.rapporteurs_step2()}</h2>
          {headings.length === 0 ? <p className="small">{m.rapporteurs_step2_none()}</p> : null}
          <ol className="rb-people">
            {headings.map((heading) => (
              <li key={heading.id}>
                <span>
                  <b>{frenchSpaces(heading.title)}</b>
                  {heading.expected ? <span className="small pre"> {frenchSpaces(heading.expected)}</span> : null}
                </span>
                <span className="meta">
                  {heading.words > 0 ? m.rapporteurs_words({ count: heading.words }) : m.rapporteurs_heading_empty()}
                </span>
              </li>
            ))}
          </ol>
          <A className="btn btn--line" to={`/meetings/${report.slug}/agenda`}>
            <Icon name="list-numbers" />
            {m.rapporteurs_step2_arrange()}
          </A>
        </div>
      </li>
      <li>
        <div>
          <CheckerPanel findings={findings} meeting={report.slug} page="report" setAside={setAside} />
        </div>
      </li>
      <li>
        <HandIn {...props} />
      </li>
    </ol>
  );
}

function HandIn({ report, findings }: ReportPageProps) {
  if (report.handedInAt)
    return (
      <div>
        <h2>{m.rapporteurs_step_handed_in()}</h2>
        <p>
          {m.rapporteurs_handed_in_by({
            name: report.handedInByName ?? '',
            date: formatDay(localTime(report.handedInAt, report.timeZone).slice(0, 10), getLocale()),
          })}
        </p>
        <p className="small">{m.rapporteurs_handed_in_what()}</p>
        <Form method="post">
          <SubmitButton look="line" name="intent" value={TAKE_BACK}>
            {m.rapporteurs_take_back()}
          </SubmitButton>
        </Form>
      </div>
    );
  return (
    <div>
      <h2>{m.rapporteurs_step4()}</h2>
      <p className="small">{findings.length > 0 ? m.rapporteurs_step4_findings({ count: findings.length }) : m.rapporteurs_step4_what()}</p>
      <Form method="post">
        <SubmitButton icon="check" name="intent" value={HAND_IN}>
          {m.rapporteurs_hand_in()}
        </SubmitButton>
      </Form>
    </div>
  );
}
