import { useEffect, useState } from 'react';

/**
 * Holds every form back while the browser has no network: sent, it would put an error page in place of the screen, and with it
 * go the words that were typed. True from then on until the network is back.
 */
export function useHeldOffline(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      if (navigator.onLine) return;
      event.preventDefault();
      // before the router hears of it
      event.stopPropagation();
      setHeld(true);
    };
    const release = () => setHeld(false);
    document.addEventListener('submit', hold, true);
    window.addEventListener('online', release);
    return () => {
      document.removeEventListener('submit', hold, true);
      window.removeEventListener('online', release);
    };
  }, []);
  return held;
}
