import type { LogoType } from '#app/model/group-style.ts';
import type { GroupScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** How a group's papers look, for those who render them. */
export interface PaperStyle {
  colour: string | null;
  footer: string;
  logo: { bytes: Buffer; type: LogoType; alt: string } | null;
}

/** For a job that renders what was published: the group comes from the version. */
export async function readStyleOf(db: Executor, groupId: string): Promise<PaperStyle> {
  const row = await db
    .selectFrom('groupStyles')
    .select(['colour', 'footer', 'logo', 'logoType', 'logoAlt'])
    .where('groupId', '=', groupId)
    .executeTakeFirst();
  if (!row) return { colour: null, footer: '', logo: null };
  const { colour, footer, logo, logoType, logoAlt } = row;
  return { colour, footer, logo: logo && logoType ? { bytes: logo, type: logoType as LogoType, alt: logoAlt } : null };
}

/** The same as its organisers edit it, without the picture itself. */
export interface StyleRecord {
  colour: string | null;
  footer: string;
  logoAlt: string;
  /** null: no logo. */
  logoType: LogoType | null;
  /** 0: none was kept yet. */
  revision: number;
}

export async function readStyle(db: Executor, scope: GroupScope): Promise<StyleRecord> {
  const row = await db
    .selectFrom('groupStyles')
    .select(['colour', 'footer', 'logoType', 'logoAlt', 'revision'])
    .where('groupId', '=', scope.groupId)
    .executeTakeFirst();
  return row
    ? { ...row, logoType: row.logoType as LogoType | null }
    : { colour: null, footer: '', logoAlt: '', logoType: null, revision: 0 };
}

export async function findLogo(db: Executor, scope: GroupScope): Promise<{ bytes: Buffer; type: LogoType; revision: number } | undefined> {
  const row = await db
    .selectFrom('groupStyles')
    .select(['logo', 'logoType', 'revision'])
    .where('groupId', '=', scope.groupId)
    .executeTakeFirst();
  return row?.logo && row.logoType ? { bytes: row.logo, type: row.logoType as LogoType, revision: row.revision } : undefined;
}

/** What a page of a group's minutes shows of its style. */
export interface PageStyle {
  colour: string | null;
  footer: string;
  /** `revision` tells one logo from the next in its address. */
  logo: { alt: string; revision: number } | null;
}

/** By the group that a published version names; whoever may read the version may see its logo. */
export async function readPageStyle(db: Executor, slug: string): Promise<PageStyle> {
  const row = await db
    .selectFrom('groupStyles')
    .innerJoin('groups', 'groups.id', 'groupStyles.groupId')
    .select(['colour', 'footer', 'logoType', 'logoAlt', 'groupStyles.revision', 'groups.visibility'])
    .where('groups.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return { colour: null, footer: '', logo: null };
  const { colour, footer } = row;
  // the logo's own address opens for who may see the group, and public minutes of a closed one are read by others too
  return { colour, footer, logo: row.logoType && row.visibility === 'public' ? { alt: row.logoAlt, revision: row.revision } : null };
}
