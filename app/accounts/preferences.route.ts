import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { THEMES, themeCookie } from '#app/ui/theme.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/preferences.route.ts';

/** Keeps the reader's theme in a cookie and goes back to the page they were on. Takes `theme` and `to`; 400 for another theme. */
export async function action({ request, context }: Route.ActionArgs) {
  const { services } = requestOf(context);
  const form = await request.formData();
  const theme = THEMES.find((known) => known === form.get('theme'));
  if (!theme) return new Response(null, { status: 400 });
  const cookie = themeCookie(theme, services.env.appUrl.startsWith('https:'));
  return redirect(ownPath(form.get('to'), services.env.appUrl), { status: 303, headers: { 'Set-Cookie': cookie } });
}

export function loader() {
  return redirect(localePath('/'));
}

/** A path of this product, whatever was sent: '//elsewhere' and 'https://elsewhere' become the home page. */
function ownPath(to: unknown, appUrl: string): string {
  const url = typeof to === 'string' ? URL.parse(to, appUrl) : null;
  return url && url.origin === new URL(appUrl).origin ? url.pathname + url.search : '/';
}
