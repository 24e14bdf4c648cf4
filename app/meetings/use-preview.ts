import { useEffect, useRef } from 'react';
import { useFetcher, useLocation } from 'react-router';
import type { MeetingPreview } from './preview-meeting.ts';

const PAUSE = 350;

/**
 * Keeps the hours elsewhere and the preview up to date while one types: asks the server, which has every time zone's rules.
 * Without script, the button « Voir les heures » asks the same.
 */
export function usePreview(fromServer: MeetingPreview) {
  const fetcher = useFetcher<{ preview: MeetingPreview }>();
  const { pathname, search } = useLocation();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(form: HTMLFormElement) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      typed.set('intent', 'preview');
      void fetcher.submit(typed, { method: 'post', action: pathname + search });
    }, PAUSE);
  }
  return { preview: fetcher.data?.preview ?? fromServer, ask };
}
