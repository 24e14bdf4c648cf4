import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isUuid } from '#app/model/uuid.ts';
import { findDoorPlace } from '#db/check-ins/read-door.ts';
import { enterDoor } from '#server/check-ins/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/door.route.ts';
import { DoorPage } from './door-page.tsx';

export const handle = { interactive: true, bare: true };

/** A door that is closed opens too: what a phone noted before has still to be handed over. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const door = await enterDoor(services, viewer, params.token);
  if (!door) return isUuid(params.token) ? refuse(viewer, `/check-in/${params.token}`) : notFound();
  const { editionName, sessionTitle, roomName, startsOn, endsOn } = await findDoorPlace(services.db, door.scope);
  return {
    ...{ token: params.token, name: door.name, editionSlug: door.editionSlug, timeZone: door.timeZone, startsOn, endsOn },
    ...{ editionName, place: sessionTitle && [sessionTitle, roomName].filter(Boolean).join(' · '), countsOut: door.countsOut },
  };
}

export function meta({ loaderData, params }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: `${loaderData?.name ?? m.check_ins_door()} · ${m.common_brand()}` },
    { name: 'robots', content: 'noindex' },
    { tagName: 'link', rel: 'manifest', href: localePath(`/check-in/${params.token}/app.webmanifest`) },
  ];
}

export default function Door({ loaderData }: Route.ComponentProps) {
  return <DoorPage {...loaderData} />;
}
