import { data, redirect } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { DEMO_ROLES, listDemoAccounts, signInToDemo } from '#server/accounts/demo-accounts.ts';
import { requestSignIn } from '#server/accounts/request-sign-in.ts';
import { sameSitePath } from '#server/accounts/same-site-path.ts';
import { SIGN_IN_LINK_MINUTES } from '#server/accounts/sign-in-mail.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/sign-in.route.ts';
import { DemoChoice } from './demo-choice.tsx';
import { LinkForm } from './link-form.tsx';
import { LinkSent } from './link-sent.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { inLanguage, welcome } from './welcome.server.ts';

export function meta(): Route.MetaDescriptors {
  return [{ title: m.accounts_sign_in_page() }, { name: 'robots', content: 'noindex' }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const to = sameSitePath(new URL(request.url).searchParams.get('to'));
  if (viewer && to !== '/') throw redirect(inLanguage(to));
  return { to, demo: services.env.demo, accounts: await listDemoAccounts(services), validForMinutes: SIGN_IN_LINK_MINUTES };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, ip, session } = requestOf(context);
  const form = await readForm(request);
  const to = sameSitePath(new URL(request.url).searchParams.get('to'));
  if (form.get('intent') === 'demo') {
    const role = DEMO_ROLES.find((known) => known === form.get('role'));
    const signedIn = role && (await signInToDemo(services, role, request.headers.get('user-agent') ?? ''));
    return signedIn ? welcome(services, { secret: signedIn.secret, to, former: session }) : notFound();
  }
  const email = String(form.get('email') ?? '').slice(0, 300);
  const result = await requestSignIn(services, { email, to, ip, language: getLocale() });
  if (result.ok) return { sent: result.email };
  return data({ email, reason: result.reason }, { status: result.reason === 'too_many' ? 429 : 400 });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { to, demo, accounts, validForMinutes } = loaderData;
  if (actionData && 'sent' in actionData)
    return (
      <SignInFrame>
        <LinkSent email={actionData.sent} validForMinutes={validForMinutes} demo={demo} />
      </SignInFrame>
    );
  const errors = { invalid_email: m.accounts_invalid_email(), too_many: m.accounts_too_many() };
  const refused = actionData ? { email: actionData.email, error: errors[actionData.reason] } : {};
  return (
    <SignInFrame>
      <h1>{m.accounts_sign_in_title()}</h1>
      <p className="lede si__lede">{m.accounts_sign_in_what()}</p>
      <LinkForm to={to} {...refused} />
      <p className="small si__small">
        {m.accounts_no_invitation()} <A to="/groups">{m.accounts_ask_to_join()}</A> {m.accounts_public_minutes()}
      </p>
      <DemoChoice accounts={accounts} />
    </SignInFrame>
  );
}
