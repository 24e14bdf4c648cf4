import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { INBOX_OUTCOMES, PARTSTATS } from '#app/model/inbox.ts';
import { isUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Time } from '#app/ui/time.tsx';
import { readDemoMail } from '#db/outbox/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { answerFromDemo, isInvitation } from '#server/inbox/answer-from-demo.ts';
import { enterMailbox } from '#server/outbox/access.ts';
import { openRawMail } from '#server/outbox/open-raw-mail.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/mail.route.ts';
import { CalendarButtons } from './calendar-buttons.tsx';
import { WithLinks } from './with-links.tsx';
import './accounts.css';

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: loaderData?.mail.subject ?? m.accounts_mailbox_page() }, { name: 'robots', content: 'noindex' }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { raw, receivedAt } = await findMail(services, params.mailId);
  const said = new URL(request.url).searchParams.get('calendar');
  return {
    ...{ mail: await openRawMail(raw), receivedAt, zone: viewer?.timeZone ?? 'Europe/Paris' },
    ...{ invitation: await isInvitation(raw), answered: INBOX_OUTCOMES.find((one) => one === said) ?? null },
  };
}

/** The calendar's own buttons, which a real mail program would show. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const { raw } = await findMail(services, params.mailId);
  const sent = (await readForm(request)).get('partstat');
  const partstat = PARTSTATS.find((one) => one === sent);
  const outcome = partstat && (await answerFromDemo(services, raw, partstat));
  if (!outcome) throw data(null, { status: 400 });
  return redirect(`${localePath(`/mailbox/${params.mailId}`)}?calendar=${outcome}`);
}

async function findMail(services: Services, mailId: string) {
  const demo = enterMailbox(services);
  const row = isUuid(mailId) ? await readDemoMail(services.db, demo, mailId) : undefined;
  return row ?? notFound();
}

export default function Mail({ loaderData: { mail, receivedAt, zone, invitation, answered } }: Route.ComponentProps) {
  const facts = [
    { term: m.accounts_mail_from(), what: mail.from },
    { term: m.accounts_mail_to(), what: mail.to },
    { term: m.accounts_mail_date(), what: <Time iso={receivedAt} zone={zone} /> },
  ];
  return (
    <div className="wrap account mail">
      <Breadcrumb crumbs={[{ to: '/mailbox', label: m.accounts_mailbox_title() }]} />
      <h1>{mail.subject}</h1>
      <ul className="ledger ledger--tight mail__facts">
        {facts.map(({ term, what }) => (
          <li className="ledger__row" key={term}>
            <div className="ledger__m">{term}</div>
            <div className="ledger__b">{what}</div>
          </li>
        ))}
      </ul>
      {invitation ? <CalendarButtons answered={answered} /> : null}
      {/* no scripts, no forms, no styles of its own; its links open in place of this page */}
      <iframe className="mail__frame" title={m.accounts_mail_body()} sandbox="allow-top-navigation-by-user-activation" srcDoc={mail.html} />
      <details className="mail__part">
        <summary>{m.accounts_mail_text()}</summary>
        <p className="mail__text">
          <WithLinks text={mail.text} />
        </p>
      </details>
      {mail.calendar ? (
        <details className="mail__part">
          <summary>{m.accounts_mail_calendar()}</summary>
          <pre className="mail__text">{mail.calendar}</pre>
        </details>
      ) : null}
    </div>
  );
}
