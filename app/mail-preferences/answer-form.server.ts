import { data } from 'react-router';
import { choicesOf } from '#app/model/mail-choices.ts';
import type { MailReaderScope } from '#app/model/scope.ts';
import { readMailChoices } from '#db/mail-preferences/read.ts';
import { changePreferences } from '#server/mail-preferences/change-preferences.ts';
import { parseChoices } from '#server/mail-preferences/parse-choices.ts';
import { takeRefusalBack } from '#server/mail-preferences/refuse-kind.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { DIGEST_ON, SAVE } from './preferences-form.tsx';

/** What the page shows, signed in or by a link. */
export async function readPreferences(services: Services, scope: MailReaderScope) {
  const { revision, timeZone, ...preferences } = await readMailChoices(services.db, scope);
  return { stored: choicesOf(preferences), revision, timeZone, digestRefused: preferences.deliveries.digest === 'never' };
}

/** What the form of preferences asks for, signed in or by a link; null once it is done. */
export async function answerPreferences(services: Services, scope: MailReaderScope, form: FormData) {
  switch (form.get('intent')) {
    case SAVE: {
      const choices = parseChoices(form);
      const revision = /^\d{1,9}$/.test(String(form.get('revision'))) ? Number(form.get('revision')) : null;
      if (!choices || revision === null) throw data(null, { status: 400 });
      const changed = await changePreferences(services, { scope, choices, revision });
      return changed.ok ? null : data({ sent: choices }, { status: 409 });
    }
    case DIGEST_ON:
      await takeRefusalBack(services, { scope, kind: 'digest' });
      return null;
    default:
      return notFound();
  }
}
