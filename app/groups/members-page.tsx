import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { MemberForm } from './member-form.tsx';
import { NOBODY } from './member-form-values.ts';
import { MemberList } from './member-list.tsx';
import type { MembersData, MembersRefusal } from './members.route.tsx';

export function MembersPage({
  group,
  members,
  count,
  organise,
  done,
  refusal,
  newId,
  organisations,
  page,
  more,
  text,
}: MembersData & { refusal: MembersRefusal | null }) {
  const path = `/groups/${group.slug}/members`;
  const form = refusal?.refused === null ? refusal.form : { id: newId, values: NOBODY, faults: [], doubt: null };
  return (
    <>
      <div className="wrap ph">
        <Breadcrumb
          crumbs={[
            { to: '/groups', label: m.groups_title() },
            { to: `/groups/${group.slug}`, label: group.name },
          ]}
        />
        <div className="ph__grid">
          <div>
            <h1 className="mp__t">{m.groups_members()}</h1>
            <p className="lede">{m.groups_people_count({ count })}</p>
          </div>
          {organise ? (
            <div className="ph__cta">
              <A className="btn btn--line" to={`${path}/import`}>
                <Icon name="file-csv" />
                {m.groups_import()}
              </A>
            </div>
          ) : null}
        </div>
      </div>
      <div className={organise ? 'wrap two mp' : 'wrap mp'}>
        <section aria-labelledby="t-list" className="stack">
          <h2 id="t-list" className="vh">
            {m.groups_members_list()}
          </h2>
          {refusal ? null : <Done {...done} />}
          {refusal?.refused ? (
            <Notice look="err" role="alert">
              {refusal.refused}
            </Notice>
          ) : null}
          {count > 20 ? <Search path={path} text={text} /> : null}
          {members.length > 0 ? <MemberList members={members} organise={organise} /> : <p>{m.groups_nobody_found()}</p>}
          <Pages path={path} text={text} page={page} more={more} />
        </section>
        {organise ? (
          <aside aria-labelledby="t-add">
            <div className="sect__h">
              <h2 id="t-add">{m.groups_add_someone()}</h2>
            </div>
            <MemberForm {...form} path={path} organisations={organisations} />
          </aside>
        ) : null}
      </div>
    </>
  );
}

function Done({ what, count }: MembersData['done']) {
  const words =
    what === 'added'
      ? m.groups_done_added()
      : what === 'removed'
        ? m.groups_done_removed()
        : what === 'role'
          ? m.groups_done_role()
          : what === 'imported'
            ? m.groups_done_imported({ count })
            : null;
  return words ? (
    <Notice look="ok" role="status">
      {words}
    </Notice>
  ) : null;
}

function Search({ path, text }: { path: string; text: string }) {
  return (
    <Form method="get" className="mp__q">
      <span className="with-ic">
        <Icon name="magnifying-glass" />
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={text}
          aria-label={m.groups_search_members()}
          placeholder={m.groups_search_members()}
        />
      </span>
      <button className="btn btn--line" type="submit">
        {m.groups_search()}
      </button>
      {text ? <A to={path}>{m.groups_search_clear()}</A> : null}
    </Form>
  );
}

function Pages({ path, text, page, more }: { path: string; text: string; page: number; more: boolean }) {
  if (page === 1 && !more) return null;
  const to = (number: number) => `${path}?${new URLSearchParams({ ...(text ? { q: text } : {}), page: String(number) })}`;
  return (
    <nav className="row" aria-label={m.groups_pages()}>
      {page > 1 ? (
        <A className="btn btn--line" to={to(page - 1)}>
          {m.groups_previous()}
        </A>
      ) : null}
      {more ? (
        <A className="btn btn--line" to={to(page + 1)}>
          {m.groups_following()}
        </A>
      ) : null}
    </nav>
  );
}
