import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { CopyLine } from '#app/ui/copy-line.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** For whoever chose before they signed in, in this same browser. */
export function TakeOver({ edition }: { edition: string }) {
  return (
    <Notice>
      <p>{m.own_programme_chosen_before()}</p>
      <form method="post" action={localePath(`/editions/${edition}/my-programme`)}>
        <SubmitButton look="line" size="sm" name="intent" value="take-over">
          {m.own_programme_take_over()}
        </SubmitButton>
      </form>
    </Notice>
  );
}

/** Without an account: the link that opens the same programme on another device, and the way to end it all. */
export function OtherDevice({ edition, link }: { edition: string; link: string }) {
  return (
    <section className="own__part no-print" aria-labelledby="t-keep">
      <h2 id="t-keep">{m.own_programme_keep_title()}</h2>
      <p>{m.own_programme_keep_what()}</p>
      <CopyLine id="own-link" label={m.own_programme_keep_link()} value={link} />
      <form method="post" action={localePath(`/editions/${edition}/my-programme`)}>
        <SubmitButton look="line" size="sm" name="intent" value="forget">
          {m.own_programme_forget()}
        </SubmitButton>
      </form>
    </section>
  );
}
