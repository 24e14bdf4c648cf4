import type { Language } from '#app/model/language.ts';
import { cleanLine, nameKey } from '#app/model/text.ts';
import { hasNetworkOrganiser, insertFirstOrganiser } from '#db/accounts/people.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Services } from '#server/services.ts';
import { consumeLink, mintLink } from './link-tokens.ts';
import { addressOf } from './request-sign-in.ts';
import { openSession } from './sessions.ts';

/** The address under which the first organiser of an empty network introduces themselves; null when there is one already. */
export async function mintSetupAddress(services: Services): Promise<string | null> {
  if (await hasNetworkOrganiser(services.db)) return null;
  const token = await mintLink(services, { purpose: 'setup', personId: null, validFor: { hours: 24 } });
  return `${services.env.appUrl}/setup/${token}`;
}

export interface FirstOrganiserForm {
  token: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  userAgent: string;
}

export type SetUp =
  | { ok: true; secret: string }
  | { ok: false; reason: 'stale_link' }
  | { ok: false; reason: 'invalid'; fields: SetUpField[] };
export type SetUpField = 'givenName' | 'familyName' | 'email';

/** Makes the network's first organiser and signs them in. The link serves once. */
export async function setUp(services: Services, form: FirstOrganiserForm): Promise<SetUp> {
  const givenName = cleanLine(form.givenName);
  const familyName = cleanLine(form.familyName);
  const email = addressOf(form.email);
  const fields: SetUpField[] = [];
  if (!isName(givenName)) fields.push('givenName');
  if (!isName(familyName)) fields.push('familyName');
  if (!email) fields.push('email');
  if (!email || fields.length > 0) return { ok: false, reason: 'invalid', fields };
  const { token, language, userAgent } = form;
  const secret = await services.db.transaction().execute(async (trx) => {
    if (!(await consumeLink(trx, services, 'setup', token)) || (await hasNetworkOrganiser(trx))) return null;
    const key = nameKey(`${givenName} ${familyName}`);
    const { id } = await insertFirstOrganiser(trx, { givenName, familyName, nameKey: key, email, language });
    await recordAudit(trx, { personId: id, action: 'network.set-up', subjectType: 'person', subjectId: id });
    return openSession(trx, services, { personId: id, userAgent });
  });
  return secret ? { ok: true, secret } : { ok: false, reason: 'stale_link' };
}

const NAME_LIMIT = 100;

function isName(text: string): boolean {
  return text.length > 0 && [...text].length <= NAME_LIMIT;
}
