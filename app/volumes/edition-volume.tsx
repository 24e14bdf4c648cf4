import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';

/** The bound volume, on the page of its edition. */
export function EditionVolume({ edition: { slug } }: { edition: { slug: string } }) {
  return (
    <section aria-labelledby="t-volume">
      <div className="sect__h">
        <h2 id="t-volume">{m.volumes_nav()}</h2>
      </div>
      <p>{m.volumes_on_edition()}</p>
      <p className="row edition-cta">
        <A className="btn" to={`/editions/${slug}/volume`}>
          <Icon name="file-text" />
          {m.volumes_read()}
        </A>
      </p>
    </section>
  );
}
