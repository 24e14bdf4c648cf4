import { data, Form, redirect } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { sameSitePath } from '#server/accounts/same-site-path.ts';
import { readSignInLink, type StaleLink, signIn } from '#server/accounts/sign-in.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/confirm-sign-in.route.ts';
import { LinkForm } from './link-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { inLanguage, welcome } from './welcome.server.ts';

export function meta(): Route.MetaDescriptors {
  return [{ title: m.accounts_sign_in_page() }, { name: 'robots', content: 'noindex' }];
}

export function headers(): HeadersInit {
  return { 'Cache-Control': 'no-store' };
}

/** Shows the button; uses nothing, since mail scanners open links. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const link = await readSignInLink(services, params.token, viewer);
  const to = sameSitePath(new URL(request.url).searchParams.get('to'));
  if (link.state === 'signed_in') throw redirect(inLanguage(to));
  return data({ link, to }, { status: link.state === 'valid' ? 200 : 410 });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, session } = requestOf(context);
  const result = await signIn(services, { token: params.token, userAgent: request.headers.get('user-agent') ?? '' });
  const to = sameSitePath(new URL(request.url).searchParams.get('to'));
  if (result.ok) return welcome(services, { secret: result.secret, to, former: session });
  // the loader runs next and tells why
  return data(null, { status: 410 });
}

export default function ConfirmSignIn({ loaderData: { link, to } }: Route.ComponentProps) {
  return (
    <SignInFrame>
      {link.state === 'valid' ? (
        <>
          <h1>{m.accounts_confirm_title({ name: link.givenName })}</h1>
          <p className="lede si__lede">{m.accounts_confirm_what({ name: `${link.givenName} ${link.familyName}` })}</p>
          <Form method="post">
            <SubmitButton size="lg">{m.accounts_confirm()}</SubmitButton>
          </Form>
          <p className="small si__small">{m.accounts_confirm_not_you()}</p>
        </>
      ) : (
        <Stale why={link.state} to={to} />
      )}
    </SignInFrame>
  );
}

/** A link that no longer works, and the way on: a new one. */
function Stale({ why, to }: { why: StaleLink; to: string }) {
  const titles: Record<StaleLink, string> = {
    used: m.accounts_used_title(),
    expired: m.accounts_expired_title(),
    revoked: m.accounts_expired_title(),
    unknown: m.accounts_unknown_title(),
  };
  const reasons: Record<StaleLink, string> = {
    used: m.accounts_used_what(),
    expired: m.accounts_expired_what(),
    revoked: m.accounts_expired_what(),
    unknown: m.accounts_unknown_what(),
  };
  return (
    <>
      <h1>{titles[why]}</h1>
      <p className="lede si__lede">{reasons[why]}</p>
      <LinkForm to={to} />
    </>
  );
}
