/**
 * Has the page kept by its service worker, with all that it loaded.
 * @param also addresses that it will need and has not loaded yet
 * @returns whether it opens without a network from now on
 */
export async function keepPage(also: readonly string[]): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const folder = location.pathname.replace(/[^/]+\/?$/, '');
    await navigator.serviceWorker.register(`${folder}worker.js`, { scope: folder, updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
    const own = loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'));
    const channel = new MessageChannel();
    const answer = new Promise<boolean>((resolve) => {
      channel.port1.onmessage = ({ data }) => resolve(data === 'kept');
    });
    active?.postMessage({ keep: location.pathname, also: [...new Set([...own.map(({ pathname }) => pathname), ...also])] }, [
      channel.port2,
    ]);
    void navigator.storage?.persist?.();
    return (await answer) || (await isKept());
  } catch {
    return isKept(); // no network just now: what was kept before still serves, and the next opening tries again
  }
}

async function isKept(): Promise<boolean> {
  try {
    return (await caches.match(location.pathname)) !== undefined;
  } catch {
    return false; // no storage
  }
}
