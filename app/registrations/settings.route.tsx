import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseRevision } from '#app/model/revision.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findEdition } from '#db/programme/read.ts';
import { findSettings, listQuestions, listRemovedQuestions } from '#db/registrations/read-settings.ts';
import { readForm } from '#server/http/read-form.ts';
import { type OrganisedEdition, organiseEdition } from '#server/programme/access.ts';
import { refuse } from '#server/refusals.ts';
import { changeQuestions, changeSettings, forgetAnswers, type QuestionChange } from '#server/registrations/change-settings.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/settings.route.ts';
import { EraseAnswers } from './erase-answers.tsx';
import { OrganiseHead } from './organise-head.tsx';
import { QuestionList } from './question-list.tsx';
import type { Faults } from './registration-values.ts';
import { SettingsForm } from './settings-form.tsx';
import {
  parseQuestion,
  parseSettings,
  type QuestionValues,
  questionValuesOf,
  type SettingsValues,
  settingsValuesOf,
} from './settings-values.ts';
import './registrations.css';

const pathOf = (edition: string) => `/editions/${edition}/registrations/settings`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.registrations_page({ title: m.registrations_settings_title({ edition: loaderData?.edition.name ?? '' }) }) }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const { db, clock } = services;
  const [edition, settings, questions, removed] = await Promise.all([
    findEdition(db, scope),
    findSettings(db, scope),
    listQuestions(db, scope),
    listRemovedQuestions(db, scope),
  ]);
  const { opensOn, closesOn, capacity, categories, takesSessions, information, revision, answersErasedAt } = settings;
  const today = clock.now().toZonedDateTimeISO(edition.timeZone).toPlainDate().toString();
  const said = new URL(request.url).searchParams.get('said');
  return {
    ...{ edition, questions, newQuestion: crypto.randomUUID() as string, erased: answersErasedAt !== null },
    ...{ over: today > edition.endsOn, removed: removed.map(({ id, label }) => ({ id, label })) },
    values: {
      ...{ opensOn: opensOn ?? '', closesOn: closesOn ?? '', capacity: capacity === null ? '' : String(capacity) },
      ...{ categories: [...categories] as string[], takesSessions, information, revision: String(revision) },
    },
    said: said === 'saved' ? m.registrations_said_corrected() : said === 'erased' ? m.registrations_said_erased() : null,
  };
}

interface Asked {
  viewer: Viewer;
  scope: OrganisedEdition;
}
interface Refused {
  settings?: { values: SettingsValues; faults: Faults; notice: string | null };
  question?: { values: QuestionValues; faults: Faults };
  notice?: string;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.edition);
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const asked = { viewer, scope };
  const back = (to: string) => redirect(`${localePath(path)}${to}`, 303);
  switch (form.get('intent')) {
    case 'settings': {
      const refused = await saveSettings(services, asked, form);
      return refused ? data<Refused>({ settings: refused }, { status: refused.notice ? 409 : 422 }) : back('?said=saved');
    }
    case 'erase': {
      const erased = await forgetAnswers(services, asked);
      return erased.ok ? back('?said=erased') : data<Refused>({ notice: m.registrations_erase_early() }, { status: 409 });
    }
    default: {
      const values = questionValuesOf(form);
      const change = changeOf(String(form.get('intent')), values);
      if (change === null) return data<Refused>({}, { status: 400 });
      if ('faults' in change) return data<Refused>({ question: { values, faults: change.faults } }, { status: 422 });
      const changed = await changeQuestions(services, { ...asked, change });
      return changed.ok ? back('?said=saved#questions') : data<Refused>({ notice: m.registrations_too_many_questions() }, { status: 409 });
    }
  }
}

async function saveSettings(services: Services, { viewer, scope }: Asked, form: FormData) {
  const values = settingsValuesOf(form);
  const { endsOn } = await findEdition(services.db, scope);
  const parsed = parseSettings(values, endsOn);
  if ('faults' in parsed) return { values, faults: parsed.faults, notice: null };
  const revision = parseRevision(values.revision) ?? 0;
  const changed = await changeSettings(services, { viewer, scope, revision, settings: parsed.settings });
  return changed.ok ? null : { values, faults: {}, notice: m.registrations_settings_conflict() };
}

function changeOf(intent: string, values: QuestionValues): QuestionChange | { faults: Faults } | null {
  const { id } = values;
  if (intent === 'add') {
    const parsed = parseQuestion(values, '-new');
    return 'faults' in parsed ? parsed : { what: 'add', question: parsed.question };
  }
  if (intent === 'word') {
    const parsed = parseQuestion(values, `-${id}`);
    return 'faults' in parsed ? parsed : { what: 'word', question: parsed.question };
  }
  if (intent === 'remove') return { what: 'remove', id };
  return intent === 'up' || intent === 'down' ? { what: 'move', id, by: intent === 'up' ? -1 : 1 } : null;
}

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, values, questions, removed, newQuestion, said, over, erased } = loaderData;
  const path = localePath(pathOf(edition.slug));
  return (
    <>
      <OrganiseHead edition={edition} title={m.registrations_settings_title({ edition: edition.name })} below said={said} />
      <div className="wrap rg">
        <SettingsForm
          path={path}
          values={actionData?.settings?.values ?? values}
          faults={actionData?.settings?.faults ?? {}}
          notice={actionData?.settings?.notice ?? actionData?.notice ?? null}
          current={values.revision}
        />
        <QuestionList {...{ path, questions, removed, newQuestion }} refused={actionData?.question ?? null} />
        <EraseAnswers path={path} over={over} erased={erased} />
      </div>
    </>
  );
}
