import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { THEMES, themeCookie } from '#app/ui/theme.ts';
import { sameSitePath } from '#server/accounts/same-site-path.ts';
import { readForm } from '#server/http/read-form.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/preferences.route.ts';

/** Keeps the reader's theme in a cookie and goes back to the page they were on. Takes `theme` and `to`; 400 for another theme. */
export async function action({ request, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const form = await readForm(request);
  const theme = THEMES.find((known) => known === form.get('theme'));
  if (!theme) return new Response(null, { status: 400 });
  const cookie = themeCookie(theme, services.env.appUrl.startsWith('https:'));
  const to = form.get('to');
  return redirect(sameSitePath(typeof to === 'string' ? to : null), { status: 303, headers: { 'Set-Cookie': cookie } });
}

export function loader() {
  return redirect(localePath('/'));
}
