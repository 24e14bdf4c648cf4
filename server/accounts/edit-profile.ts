import { LANGUAGES } from '#app/model/language.ts';
import { cleanLine, nameKey } from '#app/model/text.ts';
import { hasProfile, type Profile, writeProfile } from '#db/accounts/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Services } from '#server/services.ts';

export type ProfileField = keyof Profile;
export type ProfileEdited = { ok: true } | { ok: false; reason: 'conflict' } | { ok: false; reason: 'invalid'; fields: ProfileField[] };

/** What came in the form: nothing of it is checked yet. */
export type ProfileForm = Record<ProfileField, string> & { revision: number };

/** Changes how a person is named and in which language and zone they are addressed. An edit of an older revision changes nothing. */
export async function editProfile(services: Services, personId: string, { revision, ...form }: ProfileForm): Promise<ProfileEdited> {
  const givenName = cleanLine(form.givenName);
  const familyName = cleanLine(form.familyName);
  const language = LANGUAGES.find((known) => known === form.language);
  const timeZone = zoneNamed(form.timeZone);
  const fields: ProfileField[] = [];
  if (givenName === '' || [...givenName].length > 100) fields.push('givenName');
  if (familyName === '' || [...familyName].length > 100) fields.push('familyName');
  if (!language) fields.push('language');
  if (!timeZone) fields.push('timeZone');
  if (!language || !timeZone || fields.length > 0) return { ok: false, reason: 'invalid', fields };
  const updatedAt = services.clock.now().toString();
  const profile = { givenName, familyName, language, timeZone, nameKey: nameKey(`${givenName} ${familyName}`), updatedAt };
  const written = await services.db.transaction().execute(async (trx) => {
    if (!(await writeProfile(trx, personId, revision, profile))) return hasProfile(trx, personId, profile);
    await recordAudit(trx, { personId, action: 'profile.edit', subjectType: 'person', subjectId: personId });
    return true;
  });
  return written ? { ok: true } : { ok: false, reason: 'conflict' };
}

/** A zone of the IANA database as it is written there; undefined for anything else, offsets like '+01:00' included. */
function zoneNamed(name: string): string | undefined {
  const zone = name.trim();
  try {
    return /^[A-Z]/.test(zone) ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : undefined;
  } catch {
    return undefined; // RangeError: no such zone
  }
}
