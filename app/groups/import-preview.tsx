import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { PlannedRow, RowPlan } from '#server/groups/import-plan.ts';
import { DoubtfulRow, FaultyRow, firstControlOf } from './import-row.tsx';
import { ImportTable } from './import-table.tsx';
import { roleName } from './names.ts';

interface ImportPreviewProps {
  path: string;
  plan: readonly PlannedRow[];
  /** Headers that name nothing that we keep. */
  ignored: readonly string[];
  role: 'member' | 'observer';
  tried: boolean;
}

/** Second step: what will become of each row; the rows themselves travel in the form, the server remembers nothing. */
export function ImportPreview({ path, plan, ignored, role, tried }: ImportPreviewProps) {
  const of = (...statuses: RowPlan['status'][]) => plan.filter((row) => statuses.includes(row.plan.status));
  const [faulty, doubtful, added, there, left] = [of('faulty'), of('doubt'), of('add', 'known'), of('member', 'repeated'), of('skipped')];
  const rows = plan.map(({ plan: _, ...row }) => row);
  const open = plan.filter((row) => row.plan.status === 'faulty' || (row.plan.status === 'doubt' && row.plan.choice === null));
  return (
    <Form method="post" action={`${localePath(path)}?step=confirm`} encType="multipart/form-data" className="im__form">
      <input type="hidden" name="rows" value={JSON.stringify(rows)} />
      <Summary faulty={faulty.length} doubtful={doubtful.length} added={added.length} there={there.length} />
      {ignored.length > 0 ? <Notice>{m.groups_import_ignored({ columns: ignored.join(', ') })}</Notice> : null}
      {faulty.length > 0 ? (
        <section aria-labelledby="im-faulty">
          <h2 id="im-faulty" className="im__h">
            {m.groups_import_faulty({ count: faulty.length })}
          </h2>
          {faulty.map((row) => (
            <FaultyRow key={row.id} row={row} />
          ))}
        </section>
      ) : null}
      {doubtful.length > 0 ? (
        <section aria-labelledby="im-doubt">
          <h2 id="im-doubt" className="im__h">
            {m.groups_import_doubt({ count: doubtful.length })}
          </h2>
          <p className="hint">{m.groups_import_doubt_hint()}</p>
          {doubtful.map((row) => (
            <DoubtfulRow key={row.id} row={row} tried={tried} />
          ))}
        </section>
      ) : null}
      <ImportTable title={m.groups_import_added({ count: added.length })} rows={added} open={added.length <= 60} />
      <ImportTable title={m.groups_import_there({ count: there.length })} rows={there} open={false} />
      <ImportTable title={m.groups_import_left({ count: left.length })} rows={left} open={false} skipped />
      <div className="im__end">
        <Field as="select" label={m.groups_import_role()} name="role" defaultValue={role}>
          <option value="member">{roleName('member')}</option>
          <option value="observer">{roleName('observer')}</option>
        </Field>
        <ErrorSummary
          faults={open.slice(0, 20).map((row) => ({ id: firstControlOf(row), message: m.groups_import_line({ line: row.line }) }))}
        />
        <div className="row">
          <SubmitButton size="lg" icon="users-three">
            {m.groups_import_confirm()}
          </SubmitButton>
          <A className="btn btn--quiet btn--lg" to={path}>
            {m.groups_import_again()}
          </A>
        </div>
        <p className="hint">{m.groups_import_all_or_nothing()}</p>
      </div>
    </Form>
  );
}

function Summary({ faulty, doubtful, added, there }: { faulty: number; doubtful: number; added: number; there: number }) {
  return (
    <ul className="row im__sum">
      <li className="tag tag--ok">
        <Icon name="check" />
        {m.groups_import_added({ count: added })}
      </li>
      {there > 0 ? <li className="tag">{m.groups_import_there({ count: there })}</li> : null}
      {doubtful > 0 ? (
        <li className="tag tag--warn">
          <Icon name="warning" />
          {m.groups_import_doubt({ count: doubtful })}
        </li>
      ) : null}
      {faulty > 0 ? (
        <li className="tag tag--late">
          <Icon name="warning-circle" />
          {m.groups_import_faulty({ count: faulty })}
        </li>
      ) : null}
    </ul>
  );
}
