import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { FACETS } from '#app/model/programme-filters.ts';
import type { EditionScope } from '#app/model/scope.ts';
import { parseUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { enterOwnProgramme, enterVisitorProgramme } from '#server/own-programme/access.ts';
import { chooseSession } from '#server/own-programme/choose-session.ts';
import { dropSession } from '#server/own-programme/drop-session.ts';
import { endOwnFeed } from '#server/own-programme/end-own-feed.ts';
import { forgetProgramme } from '#server/own-programme/forget-programme.ts';
import { openOwnFeed } from '#server/own-programme/open-own-feed.ts';
import type { Chooser } from '#server/own-programme/owner.ts';
import { takeOverProgramme } from '#server/own-programme/take-over-programme.ts';
import { visitorCookie } from '#server/own-programme/visitor-cookie.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

interface Sent {
  slug: string;
  edition: EditionScope;
  viewer: Viewer | null;
  /** Of the browser; null: it has none. */
  secret: string | null;
  ip: string;
  form: FormData;
}

/** What the forms of one's own programme do, wherever they stand. */
export async function answerOwnForm(services: Services, { slug, edition, viewer, secret, ip, form }: Sent) {
  const chooser: Chooser = viewer ? { personId: viewer.personId } : { personId: null, secret, ip };
  const own = () => enterOwnProgramme(services, { edition, viewer, secret });
  const session = () => parseUuid(form.get('session')) ?? notFound();
  const here = localePath(`/editions/${slug}/my-programme`);
  const keep = (newSecret: string | null): HeadersInit => (newSecret ? { 'Set-Cookie': visitorCookie(services.env, newSecret) } : {});
  switch (form.get('intent')) {
    case 'choose': {
      const chosen = await chooseSession(services, { edition, chooser, meetingId: session() });
      if (chosen.ok) return redirect(localePath(backTo(slug, form)), { headers: keep(chosen.newSecret) });
      return chosen.reason === 'unknown' ? notFound() : refused();
    }
    case 'drop':
      await dropSession(services, await own(), session());
      return redirect(localePath(backTo(slug, form)));
    case 'feed': {
      const opened = await openOwnFeed(services, { edition, chooser });
      return opened.ok ? data({ tooOften: false, address: opened.address }, { headers: keep(opened.newSecret) }) : refused();
    }
    case 'end-feed':
      await endOwnFeed(services, await own());
      return redirect(here);
    case 'take-over': {
      const before = viewer && secret ? await enterVisitorProgramme(services, { edition, secret }) : null;
      if (viewer && before) await takeOverProgramme(services, before, viewer.personId);
      return redirect(here);
    }
    case 'forget':
      await forgetProgramme(services, await own());
      return redirect(here);
    default:
      return notFound();
  }
}

function refused() {
  return data({ tooOften: true, address: null }, { status: 429 });
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Where a form leads back to; whatever it can't mean is one's own programme. */
function backTo(edition: string, form: FormData): string {
  const text = (name: string) => String(form.get(name) ?? '');
  switch (form.get('back')) {
    case 'programme': {
      const asked = new URLSearchParams(text('query'));
      const query = new URLSearchParams(FACETS.flatMap((facet) => (asked.get(facet) ? [[facet, asked.get(facet) ?? '']] : [])));
      return `/editions/${edition}/programme${query.size > 0 ? `?${query}` : ''}#s-${text('session')}`;
    }
    case 'session':
      return SLUG.test(text('at')) ? `/meetings/${text('at')}#programme` : `/editions/${edition}/my-programme`;
    default:
      return `/editions/${edition}/my-programme`;
  }
}
