import { renderToStaticMarkup } from 'react-dom/server';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/fragment.route.ts';
import { answerEmbedded, loadPublicCalendar } from './embed-answer.server.ts';
import { limitOf } from './embed-options.ts';
import { FragmentList } from './fragment-list.tsx';

/** What is to come, as a piece of HTML without styles or scripts that another site's server puts into its own page. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const { services } = requestOf(context);
  const { searchParams: params } = new URL(request.url);
  params.set('view', 'list');
  const limit = limitOf(params);
  const calendar = await loadPublicCalendar(services, params, limit);
  const html = renderToStaticMarkup(<FragmentList calendar={calendar} limit={limit} origin={services.env.appUrl} />);
  return answerEmbedded(request, html, {
    status: calendar.faults.length > 0 ? 404 : 200,
    headers: { 'Access-Control-Allow-Origin': '*', 'Content-Security-Policy': "default-src 'none'; sandbox" },
  });
}
