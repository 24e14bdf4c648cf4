import { type Question, REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { listAllAnswers, listAllSessions, listRegistrations, type RegistrationRow } from '#db/registrations/read-list.ts';
import { listQuestions, listRemovedQuestions } from '#db/registrations/read-settings.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { writeCsv } from './export/csv.ts';
import { writeOds } from './export/ods.ts';
import type { Cell, Sheet, SheetFormat } from './export/sheet.ts';
import { writeXlsx } from './export/xlsx.ts';

/** The words of a file, in the organiser's language. */
export interface ExportWords {
  name: string;
  columns: Record<
    | 'state'
    | 'category'
    | 'givenName'
    | 'familyName'
    | 'email'
    | 'function'
    | 'organisation'
    | 'kind'
    | 'language'
    | 'origin'
    | 'delegation'
    | 'asked'
    | 'sessions'
    | 'sessionsWaiting',
    string
  >;
  of(row: RegistrationRow): { state: string; category: string; kind: string; origin: string };
  option(question: Question, option: string): string;
  separator: ',' | ';';
}

const EVERYBODY = { words: [], state: null, category: null, kind: null, meetingId: null };

/** Everybody who registered for an edition, with answers and sessions, as a file; who took it is written down. `timeZone` is the edition's. */
export async function exportRegistrations(
  services: Services,
  {
    viewer,
    scope,
    format,
    words,
    timeZone,
  }: { viewer: Viewer; scope: OrganisedEdition; format: SheetFormat; words: ExportWords; timeZone: string },
): Promise<Buffer> {
  const { db } = services;
  const [rows, answers, sessions, questions, removed] = await Promise.all([
    listRegistrations(db, scope, EVERYBODY, { limit: REGISTRATION_LIMITS.registrations, offset: 0 }),
    listAllAnswers(db, scope),
    listAllSessions(db, scope),
    listQuestions(db, scope),
    listRemovedQuestions(db, scope),
  ]);
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'registration.export', subjectType: 'edition', subjectId: scope.editionId },
      detail: { format, count: rows.length },
    }),
  );
  const asked = [...questions, ...removed];
  const answerOf = new Map(answers.map((answer) => [`${answer.registrationId} ${answer.questionId}`, answer]));
  const sessionsOf = Map.groupBy(sessions, ({ registrationId }) => registrationId);
  const titles = (row: RegistrationRow, state: string) =>
    (sessionsOf.get(row.id) ?? []).flatMap((session) => (session.state === state ? [session.title] : [])).join('\n');
  const sheet: Sheet = {
    name: words.name,
    columns: [...Object.values(words.columns).map((title) => ({ title })), ...asked.map(({ label }) => ({ title: label, width: 24 }))],
    rows: rows.map((row): Cell[] => {
      const { state, category, kind, origin } = words.of(row);
      return [
        ...[state, category, row.givenName, row.familyName, row.email ?? '', row.function, row.organisationName, kind],
        ...[row.language, origin, row.delegationName ?? '', { moment: localMoment(row.createdAt, timeZone) }],
        ...[titles(row, 'registered'), titles(row, 'waiting')],
        ...asked.map((question) => {
          const answer = answerOf.get(`${row.id} ${question.id}`);
          return answer ? answer.words || answer.chosen.map((one) => words.option(question, one)).join('\n') : null;
        }),
      ];
    }),
  };
  if (format === 'csv') return writeCsv(sheet, words.separator);
  return format === 'xlsx' ? writeXlsx(sheet) : writeOds(sheet);
}

function localMoment(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
