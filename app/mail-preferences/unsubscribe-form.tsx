import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { RefusableKind } from '#app/model/mail-preferences.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { KIND_WORDS } from './words.ts';

export const REFUSE = 'refuse';
export const UNDO = 'undo';

interface UnsubscribeFormProps {
  kind: RefusableKind;
  address: string;
  refused: boolean;
  token: string;
}

/** Asks once more before such mails end, and offers them back once they have. */
export function UnsubscribeForm({ kind, address, refused, token }: UnsubscribeFormProps) {
  const all = `/unsubscribe/${token}/preferences`;
  const what = KIND_WORDS[kind]();
  return (
    <div className="mailstop stack">
      {refused ? (
        <Notice look="ok" role="status">
          {m.mail_preferences_refused({ address, what })}
        </Notice>
      ) : (
        <p className="lede mailstop__address">{m.mail_preferences_stop_what({ address, what })}</p>
      )}
      {CONSEQUENCES[kind] ? <p>{CONSEQUENCES[kind]()}</p> : null}
      <Form method="post" action={localePath(all)} className="mailstop__do">
        {refused ? (
          <SubmitButton look="line" name="intent" value={UNDO}>
            {m.mail_preferences_undo()}
          </SubmitButton>
        ) : (
          <SubmitButton name="intent" value={REFUSE}>
            {m.mail_preferences_stop()}
          </SubmitButton>
        )}
        <A to={all}>{m.mail_preferences_all()}</A>
      </Form>
    </div>
  );
}

/** What one would not expect of a refusal. */
const CONSEQUENCES: Partial<Record<RefusableKind, () => string>> = {
  invitations: m.mail_preferences_stop_invitations,
  digest: m.mail_preferences_stop_digest,
};
