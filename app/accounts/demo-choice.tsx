import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { DemoAccount, DemoRole } from '#server/accounts/demo-accounts.ts';

/** The demo's people, each one click away. */
export function DemoChoice({ accounts }: { accounts: DemoAccount[] }) {
  const roles: Record<DemoRole, string> = {
    organiser: m.accounts_demo_organiser(),
    participant: m.accounts_demo_participant(),
    member: m.accounts_demo_member(),
  };
  if (accounts.length === 0) return null;
  return (
    <section className="si__demo" aria-labelledby="demo">
      <h2 id="demo">{m.accounts_demo_title()}</h2>
      <p>{m.accounts_demo_what()}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="demo" />
        <ul className="ledger ledger--tight">
          {accounts.map(({ role, name, organisation }) => (
            <li className="ledger__row" key={role}>
              <div className="ledger__m">{roles[role]}</div>
              <div className="ledger__b">
                <b>{name}</b>
                <p className="meta">{organisation}</p>
              </div>
              <div className="ledger__e">
                <SubmitButton look="line" size="sm" name="role" value={role} aria-label={m.accounts_demo_enter_as({ name })}>
                  {m.accounts_demo_enter()}
                </SubmitButton>
              </div>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
