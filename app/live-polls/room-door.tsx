import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** Where the code of a room is typed; `fault`: why the one before did not open. */
export function RoomDoor({ fault, typed = '' }: { fault: 'unknown' | 'too-often' | null; typed?: string }) {
  const error = fault === 'unknown' ? m.live_polls_room_unknown() : fault ? m.live_polls_room_too_often_code() : undefined;
  return (
    <main className="room">
      <h1>{m.live_polls_room_code_title()}</h1>
      <p>{m.live_polls_room_code_lede()}</p>
      <form method="get" action={localePath('/live')} className="stack">
        <Field
          name="code"
          label={m.live_polls_room_code()}
          hint={m.live_polls_room_code_hint()}
          defaultValue={typed}
          error={error}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <div>
          <SubmitButton size="lg">{m.live_polls_room_enter()}</SubmitButton>
        </div>
      </form>
    </main>
  );
}
