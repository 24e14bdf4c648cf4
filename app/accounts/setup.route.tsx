import { data, Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findLink } from '#server/accounts/link-tokens.ts';
import { type SetUpField, setUp } from '#server/accounts/set-up.ts';
import { readForm } from '#server/http/read-form.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/setup.route.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { welcome } from './welcome.server.ts';

export function meta(): Route.MetaDescriptors {
  return [{ title: m.accounts_setup_page() }, { name: 'robots', content: 'noindex' }];
}

export function headers(): HeadersInit {
  return { 'Cache-Control': 'no-store' };
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { state } = await findLink(requestOf(context).services, 'setup', params.token);
  return data({ valid: state === 'valid' }, { status: state === 'valid' ? 200 : 410 });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, session } = requestOf(context);
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  const sent = { givenName: text('givenName'), familyName: text('familyName'), email: text('email') };
  const userAgent = request.headers.get('user-agent') ?? '';
  const result = await setUp(services, { ...sent, token: params.token, language: getLocale(), userAgent });
  if (result.ok) return welcome(services, { secret: result.secret, to: '/', former: session });
  return result.reason === 'invalid' ? data({ sent, faults: result.fields }, { status: 400 }) : data(null, { status: 410 });
}

export default function Setup({ loaderData: { valid }, actionData }: Route.ComponentProps) {
  if (!valid)
    return (
      <SignInFrame>
        <h1>{m.accounts_setup_stale_title()}</h1>
        <p className="lede si__lede">{m.accounts_setup_stale_what()}</p>
      </SignInFrame>
    );
  const faults = actionData?.faults ?? [];
  const messages: Record<SetUpField, string> = {
    givenName: m.accounts_given_name_fault(),
    familyName: m.accounts_family_name_fault(),
    email: m.accounts_invalid_email(),
  };
  const field = (name: SetUpField) => ({
    name,
    required: true,
    defaultValue: actionData?.sent[name] ?? '',
    error: faults.includes(name) ? messages[name] : undefined,
  });
  return (
    <SignInFrame>
      <h1>{m.accounts_setup_title()}</h1>
      <p className="lede si__lede">{m.accounts_setup_what()}</p>
      <Form method="post">
        <Field label={m.accounts_given_name()} autoComplete="given-name" maxLength={100} {...field('givenName')} />
        <Field label={m.accounts_family_name()} autoComplete="family-name" maxLength={100} {...field('familyName')} />
        <Field label={m.accounts_email()} type="email" autoComplete="email" maxLength={254} {...field('email')} />
        <ErrorSummary faults={faults.map((name) => ({ id: fieldId(name), message: messages[name] }))} />
        <SubmitButton size="lg">{m.accounts_setup_start()}</SubmitButton>
      </Form>
    </SignInFrame>
  );
}
