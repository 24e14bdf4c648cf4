import { Form, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { CopyLine } from '#app/ui/copy-line.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findDoor } from '#db/check-ins/read-doors.ts';
import { findEdition } from '#db/programme/read.ts';
import { drawQr } from '#server/check-ins/badges/draw-qr.ts';
import { doorToken } from '#server/check-ins/door-token.ts';
import { revokeDoor } from '#server/check-ins/revoke-door.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/door-link.route.ts';
import './check-ins.css';

const pathOf = (slug: string) => `/editions/${slug}/check-in`;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  if (!isUuid(params.door)) return notFound();
  const [edition, door] = await Promise.all([findEdition(services.db, scope), findDoor(services.db, scope, params.door)]);
  if (!door) return notFound();
  const address = services.env.appUrl + localePath(`/check-in/${doorToken(services, door.id)}`);
  return { edition, door, ...(door.revokedAt === null && { address, qr: drawQr(address) }) };
}

export async function action({ params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.edition);
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  if (!isUuid(params.door)) return notFound();
  await revokeDoor(services, { viewer, scope, doorId: params.door });
  return redirect(localePath(`${path}#t-doors`));
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${loaderData?.door.name ?? ''} · ${m.common_brand()}` }];
}

export default function DoorLink({ loaderData: { edition, door, address, qr } }: Route.ComponentProps) {
  const path = pathOf(edition.slug);
  return (
    <div className="wrap fm-head ci-door">
      <Breadcrumb
        crumbs={[
          { to: `/editions/${edition.slug}`, label: edition.name },
          { to: path, label: m.check_ins_title() },
        ]}
      />
      <h1>{door.name}</h1>
      <p className="lede">{door.session ?? m.check_ins_entrance()}</p>
      {address && qr ? (
        <>
          <p>{m.check_ins_link_hint()}</p>
          <img className="ci-qr" src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={m.check_ins_link_qr()} />
          <CopyLine id="door-link" label={m.check_ins_link()} value={address} />
          <p className="row">
            <A className="btn" to={`/check-in/${door.id}`}>
              {m.check_ins_open_here()}
            </A>
          </p>
          <Form method="post" className="ci-revoke">
            <p>{m.check_ins_revoke_hint()}</p>
            <SubmitButton look="danger">{m.check_ins_revoke()}</SubmitButton>
          </Form>
        </>
      ) : (
        <p className="ci-note">{m.check_ins_revoked_hint()}</p>
      )}
    </div>
  );
}
