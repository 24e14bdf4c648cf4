import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { readForm } from '#server/http/read-form.ts';
import { type ArrangedMeeting, arrangeMeeting } from '#server/meetings/access.ts';
import { correctFinding } from '#server/minutes/checker/correct-finding.ts';
import { restoreFindings, setAsideFinding } from '#server/minutes/checker/set-aside-finding.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/checker-findings.route.ts';
import { CHECKER_PAGES, CORRECT, checkerPath, FINDINGS_DONE, RESTORE, SET_ASIDE } from './checker-intents.ts';

/** Where a form comes back to; there is nothing to read here. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  await arrangeMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/minutes/findings`);
  return redirect(localePath(`${checkerPath(params.meeting, 'prepare')}#checker`));
}

/** Corrects a finding, sets it aside, or brings back what was; answered by the page that the panel stands on. */
export async function action({ request, params, context }: Route.ActionArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const scope = await arrangeMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/minutes/findings`);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const page = CHECKER_PAGES.find((one) => one === form.get('page')) ?? 'prepare';
  const done = await take(services, { scope, viewer, intent: form.get('intent'), fingerprint: String(form.get('fingerprint') ?? '') });
  if (!done) return new Response(null, { status: 400 });
  return redirect(localePath(`${checkerPath(params.meeting, page)}?${FINDINGS_DONE}=${done}#checker`));
}

interface Pressed {
  scope: ArrangedMeeting;
  viewer: Viewer;
  intent: FormDataEntryValue | null;
  fingerprint: string;
}

/** What became of it, as the panel says it; null: no button of ours sends this. */
async function take(services: Services, { intent, ...pressed }: Pressed): Promise<string | null> {
  if (intent === RESTORE) {
    await restoreFindings(services, pressed);
    return 'restored';
  }
  if (!/^[0-9a-f]{64}$/.test(pressed.fingerprint)) return null;
  if (intent === SET_ASIDE) {
    const aside = await setAsideFinding(services, pressed);
    return aside.ok ? 'aside' : aside.reason;
  }
  if (intent !== CORRECT) return null;
  const corrected = await correctFinding(services, pressed);
  return corrected.ok ? 'corrected' : corrected.reason;
}
