import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** A meeting belongs to a group: which one, for whoever organises several. */
export function ChooseGroup({ groups }: { groups: { slug: string; name: string }[] }) {
  return (
    <div className="wrap fm-head">
      <Breadcrumb />
      <h1>{m.meetings_new_title()}</h1>
      <form method="get" action={localePath('/meetings/new')} className="stack choose">
        <Field as="select" label={m.meetings_group_label()} name="group">
          {groups.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Field>
        <div>
          <SubmitButton>{m.meetings_continue()}</SubmitButton>
        </div>
      </form>
    </div>
  );
}
