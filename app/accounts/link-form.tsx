import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

interface LinkFormProps {
  /** Where the person was going. */
  to: string;
  email?: string;
  error?: string;
}

/** Asks for the address to which a sign-in link is sent. */
export function LinkForm({ to, email = '', error }: LinkFormProps) {
  return (
    <Form method="post" action={`${localePath('/sign-in')}${to === '/' ? '' : `?to=${encodeURIComponent(to)}`}`}>
      <Field
        label={m.accounts_email()}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={email}
        error={error}
      />
      <SubmitButton size="lg" name="intent" value="link">
        {m.accounts_send_link()}
      </SubmitButton>
    </Form>
  );
}
