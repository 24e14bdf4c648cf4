import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isRedactable, MAX_PHRASES, MAX_REDACTED } from '#app/model/redaction.ts';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { previewRedaction, readRedactionPage } from '#server/minutes/preview-redaction.ts';
import { redactMinutes } from '#server/minutes/redact-minutes.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/redact-minutes.route.ts';
import { PREVIEW, REDACT, RedactionForm } from './redact-form.tsx';
import { FoundPlaces } from './redact-places.tsx';
import { redactionRefusal } from './redact-refusal.ts';
import { PickStatement } from './redact-statements.tsx';
import './minutes.css';
import './publish.css';
import './redact.css';

const MAX_REASON = 1000;

const pathOf = (meeting: string) => `/meetings/${meeting}/minutes/redact`;

export const meta: Route.MetaFunction = () => [{ title: `${m.versions_redact_title()} · ${m.common_brand()}` }];

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const page = (await readRedactionPage(services, scope)) ?? notFound();
  const picked = new URL(request.url).searchParams.get('statement');
  return { ...page, picked: page.statements.find(({ anchor }) => anchor === picked)?.text ?? '' };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  if (!viewer) return notFound();
  const form = await readForm(request);
  const text = (name: string) => {
    const typed = form.get(name);
    return typeof typed === 'string' ? typed : '';
  };
  const lines = (name: string) => text(name).split(/\r?\n/).map(cleanLine).filter(Boolean);
  const words = lines('words');
  const typed = { words: words.join('\n'), reason: cleanText(text('reason')) };
  const refuse = (fault: string, status: number, field: 'words' | 'reason' | null = null) =>
    data({ typed, fault, field, preview: null }, { status });
  if (words.length === 0 || !words.every(isRedactable)) return refuse(m.versions_redact_words_missing(), 422, 'words');
  if (words.length > MAX_PHRASES || typed.words.length > MAX_REDACTED)
    return refuse(m.versions_redact_words_many({ max: MAX_PHRASES }), 422, 'words');
  const { length } = [...typed.reason];
  if (length > MAX_REASON) return refuse(m.versions_note_long({ length, max: MAX_REASON }), 422, 'reason');
  const intent = text('intent');
  if (intent !== PREVIEW && intent !== REDACT) return refuse(m.versions_refused(), 400);
  // what is redacted is what was looked at
  if (intent === PREVIEW || lines('previewed').join('\n') !== typed.words) {
    const preview = await previewRedaction(services, scope, words);
    return data({ typed, fault: null, field: null, preview });
  }
  const redacted = await redactMinutes(services, scope, viewer, { number: Number(text('number')), words, reason: typed.reason });
  if (redacted.ok) return redirect(localePath(`/minutes/${params.meeting}`));
  if (redacted.reason === 'not-allowed') return notFound();
  const ofReason = redacted.reason === 'reason-empty' || redacted.reason === 'reason-repeats';
  const preview = ofReason ? await previewRedaction(services, scope, words) : null;
  const answer = { typed, fault: redactionRefusal(redacted), field: ofReason ? ('reason' as const) : null, preview };
  return data(answer, { status: ofReason ? 422 : 409 });
}

export default function RedactMinutes({ loaderData: { title, number, statements, picked }, actionData, params }: Route.ComponentProps) {
  const { typed, preview = null, fault = null, field = null } = actionData ?? {};
  return (
    <div className="wrap page pub">
      <Breadcrumb
        crumbs={[
          { to: `/meetings/${params.meeting}`, label: title },
          { to: `/minutes/${params.meeting}`, label: m.versions_version({ number }) },
        ]}
      />
      <h1>{m.versions_redact_title()}</h1>
      <p className="lede">{m.versions_redact_lede()}</p>
      <Notice look="warn">
        <p>{m.versions_redact_what({ number: number + 1 })}</p>
        <p>{m.versions_redact_not()}</p>
      </Notice>
      <div className="pub__cols rdc">
        <div>
          <RedactionForm number={number} typed={typed ?? { words: picked, reason: '' }} fault={fault} field={field} preview={preview} />
          {preview ? null : <PickStatement statements={statements} meeting={params.meeting} />}
        </div>
        {preview ? <FoundPlaces preview={preview} /> : null}
      </div>
    </div>
  );
}
