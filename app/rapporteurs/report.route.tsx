import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countWords } from '#app/model/count-words.ts';
import { dueOn, reportStep } from '#app/model/rapporteurs.ts';
import { lastDay, whenOf } from '#app/model/when.ts';
import { listAgenda } from '#db/agenda/read.ts';
import { listExpected } from '#db/rapporteurs/read-headings.ts';
import { findReport } from '#db/rapporteurs/read-report.ts';
import { readForm } from '#server/http/read-form.ts';
import { arrangeMeeting } from '#server/meetings/access.ts';
import { previewMinutes } from '#server/minutes/preview-minutes.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { enterReport } from '#server/rapporteurs/access.ts';
import { handIn, takeBack } from '#server/rapporteurs/hand-in.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/report.route.ts';
import { HAND_IN, ReportPage, TAKE_BACK } from './report-page.tsx';

const pathOf = (meeting: string) => `/meetings/${meeting}/report`;

export const meta: Route.MetaFunction = () => [{ title: `${m.rapporteurs_report_title()} · ${m.common_brand()}` }];

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterReport(services, viewer, params.meeting, pathOf(params.meeting));
  const [report, agenda, expected, notes, { content, findings, setAside }] = await Promise.all([
    findReport(services.db, scope),
    listAgenda(services.db, scope),
    listExpected(services.db, scope),
    readNotes(services, scope),
    previewMinutes(services, scope, 'internal'),
  ]);
  const words = new Map(notes.map(({ agendaItemId, blocks }) => [agendaItemId, countWords(blocks)]));
  const hints = new Map(expected.map(({ agendaItemId, summary }) => [agendaItemId, summary]));
  const inAll = [...words.values()].reduce((sum, count) => sum + count, 0);
  return {
    ...{ report, content, findings, setAside, words: inAll, can: { arrange: scope.can.arrange } },
    headings: agenda.map(({ id, title }) => ({ id, title, words: words.get(id) ?? 0, expected: hints.get(id) ?? '' })),
    step: reportStep({ ...report, rapporteurs: 1, words: inAll }),
    due: dueOn({ own: report.ownDue, lastDay: lastDay(whenOf(report.edtf)), dueDays: report.dueDays }),
    today: services.clock.now().toZonedDateTimeISO(report.timeZone).toPlainDate().toString(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.meeting);
  const scope = await arrangeMeeting(services, viewer, params.meeting, path);
  if (!viewer) return notFound();
  const form = await readForm(request);
  switch (form.get('intent')) {
    case HAND_IN: {
      const handed = await handIn(services, { viewer, scope });
      if (handed.ok) return redirect(localePath(path));
      return data(
        { refused: handed.reason === 'empty' ? m.rapporteurs_hand_in_empty() : m.rapporteurs_hand_in_settled() },
        { status: 409 },
      );
    }
    case TAKE_BACK:
      await takeBack(services, { viewer, scope });
      return redirect(localePath(path));
    default:
      return notFound();
  }
}

export type ReportData = Awaited<ReturnType<typeof loader>>;

export default function Report({ loaderData, actionData }: Route.ComponentProps) {
  return <ReportPage {...loaderData} refused={actionData?.refused ?? null} />;
}
