import { m } from '#app/messages/compiled/messages.js';
import { roomCodeInWords } from '#app/model/room-polls.ts';
import { Check } from '#app/ui/check.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

interface PhonesDoorProps {
  slug: string;
  door: { code: string; closedAt: string | null; byBadge: boolean; showsCounts: boolean } | null;
  /** Only editions have badges. */
  ofEdition: boolean;
}

/** Lets the phones of the room vote, and how. */
export function PhonesDoor({ slug, door, ofEdition }: PhonesDoorProps) {
  const open = door !== null && door.closedAt === null;
  return (
    <section className="stack" aria-label={m.live_polls_phones_link()}>
      <p role="status">
        <b>{open ? m.live_polls_phones_is_open({ code: roomCodeInWords(door.code) }) : m.live_polls_phones_is_closed()}</b>
      </p>
      <form method="post" className="stack">
        {ofEdition ? (
          <Check
            name="byBadge"
            value="yes"
            defaultChecked={door?.byBadge ?? false}
            label={m.live_polls_phones_by_badge()}
            hint={m.live_polls_phones_by_badge_hint()}
          />
        ) : null}
        <Check
          name="showsCounts"
          value="yes"
          defaultChecked={door?.showsCounts ?? false}
          label={m.live_polls_phones_shows_counts()}
          hint={m.live_polls_phones_shows_counts_hint()}
        />
        <div className="row">
          {open ? (
            <A className="btn" to={`/meetings/${slug}/live/screen`}>
              {m.live_polls_phones_screen()}
            </A>
          ) : null}
          <SubmitButton name="intent" value="open" look={open ? 'line' : 'primary'} icon="device-mobile">
            {open ? m.live_polls_phones_keep() : m.live_polls_phones_open()}
          </SubmitButton>
          {open ? (
            <>
              <SubmitButton name="intent" value="renew" look="quiet">
                {m.live_polls_phones_renew()}
              </SubmitButton>
              <SubmitButton name="intent" value="close-door" look="quiet">
                {m.live_polls_phones_close()}
              </SubmitButton>
            </>
          ) : null}
        </div>
      </form>
    </section>
  );
}
