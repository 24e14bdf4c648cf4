import { m } from '#app/messages/compiled/messages.js';
import { Check } from '#app/ui/check.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Clash } from './clash.ts';

/** Both versions of what a colleague changed meanwhile, to choose from field by field. The form below keeps what was typed. */
export function ClashChoices({ clashes }: { clashes: readonly Clash[] }) {
  if (clashes.length === 0) return null;
  return (
    <section className="clash" aria-labelledby="clash-title">
      <h2 id="clash-title">{m.meetings_clash_title()}</h2>
      <Notice look="warn" role="alert">
        {m.meetings_clash_what({ count: clashes.length })}
      </Notice>
      {clashes.map(({ field, label, mine, theirs, take }) => (
        <fieldset key={`${field} ${theirs}`}>
          <legend className="label">{label}</legend>
          <Check
            type="radio"
            name={`take.${field}`}
            value="mine"
            defaultChecked={take === 'mine'}
            label={m.meetings_clash_mine()}
            hint={mine || m.meetings_clash_empty()}
          />
          <Check
            type="radio"
            name={`take.${field}`}
            value="theirs"
            defaultChecked={take === 'theirs'}
            label={m.meetings_clash_theirs()}
            hint={theirs || m.meetings_clash_empty()}
          />
        </fieldset>
      ))}
    </section>
  );
}
