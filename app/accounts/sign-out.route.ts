import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { endSession } from '#server/accounts/end-sessions.ts';
import { clearedSessionCookie } from '#server/accounts/session-cookie.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/sign-out.route.ts';

/** Ends this browser's session. */
export async function action({ context }: Route.ActionArgs) {
  const { services, session } = requestOf(context);
  if (session) await endSession(services, session.id);
  return redirect(localePath('/'), { headers: { 'Set-Cookie': clearedSessionCookie(services.env) } });
}

/** Opening the address signs nobody out: links and pictures of other sites can do that. */
export function loader() {
  return redirect(localePath('/'));
}
