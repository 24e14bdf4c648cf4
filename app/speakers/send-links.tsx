import { m } from '#app/messages/compiled/messages.js';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** Sends links, to as many as the button says; where that changed meanwhile, nothing leaves. */
export function SendLinks({ waiting }: { waiting: { new: number; owing: number } }) {
  return (
    <div className="spk-send">
      <Send intent="ask-new" count={waiting.new} hint={m.speakers_send_new_what()} nobody={m.speakers_nobody_new()}>
        {m.speakers_send_new({ count: waiting.new })}
      </Send>
      <Send intent="ask-owing" count={waiting.owing} hint={m.speakers_send_owing_what()} nobody={m.speakers_nobody_owing()}>
        {m.speakers_send_owing({ count: waiting.owing })}
      </Send>
    </div>
  );
}

interface SendProps {
  intent: 'ask-new' | 'ask-owing';
  count: number;
  hint: string;
  nobody: string;
  children: string;
}

function Send({ intent, count, hint, nobody, children }: SendProps) {
  if (count === 0) return <p className="meta">{nobody}</p>;
  return (
    <form method="post">
      <p className="hint">{hint}</p>
      <input type="hidden" name="expected" value={count} />
      <SubmitButton name="intent" value={intent} icon="envelope-simple" look={intent === 'ask-new' ? 'primary' : 'line'}>
        {children}
      </SubmitButton>
    </form>
  );
}
