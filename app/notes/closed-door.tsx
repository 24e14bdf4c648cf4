import { useEffect, useState } from 'react';
import { isRouteErrorResponse } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorPage } from '#app/ui/error-page.tsx';
import { SiteFrame } from '#app/ui/layout/site-frame.tsx';
import { useSite } from '#app/ui/layout/use-site.ts';
import { LostText } from './lost-text.tsx';
import type { KeptText } from './unsent/read-kept.ts';

/** The live page of notes that are not, or no longer, this person's to read: what they wrote here is theirs all the same. */
export function ClosedDoor({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <SiteFrame>
      <KeptTexts />
      <ErrorPage kind={status === 404 ? 'missing' : status === 403 ? 'forbidden' : 'broken'} />
    </SiteFrame>
  );
}

function KeptTexts() {
  const personId = useSite().viewer?.id;
  const [kept, setKept] = useState<KeptText[]>([]);
  useEffect(() => {
    if (!personId) return;
    import('./unsent/read-kept.ts')
      .then(({ readKept }) => readKept(personId))
      .then(setKept)
      .catch(() => {
        // nothing can be read here
      });
  }, [personId]);
  const forget = (text: KeptText) => {
    text.forget();
    setKept((texts) => texts.filter(({ id }) => id !== text.id));
  };
  return kept.map((text) => <LostText key={text.id} title={m.notes_kept_here()} sections={text.sections} onDismiss={() => forget(text)} />);
}
