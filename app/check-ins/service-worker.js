// Keeps a door's page on the phone, so that it opens without a network. It has the addresses under its own folder (/check-in/)
// and what their pages load; the rest of the site does not know of it. Served by app/check-ins/worker.route.ts.
//
// A page is kept whole or not at all: what it loads first, then the page itself. While there is a network the page comes from
// it, so a new version of the product is there at the next opening; the kept copy serves when there is none.

const PATIENCE_MS = 4000;
const cacheOf = (path) => `door ${path}`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { keep, also } = event.data ?? {};
  if (typeof keep !== 'string' || !Array.isArray(also)) return;
  const port = event.ports[0];
  event.waitUntil(
    keepPage(keep, also).then(
      () => port?.postMessage('kept'),
      () => port?.postMessage('not kept'),
    ),
  );
});

async function keepPage(path, also) {
  const page = await fetch(path, { headers: { Accept: 'text/html' } });
  if (!page.ok) throw new Error('The page is not there.');
  const html = await page.clone().text();
  const named = html.match(/\/assets\/[\w.-]+/g) ?? [];
  const wanted = new Set([...named, ...also].map((address) => new URL(address, self.location.origin).pathname));
  const cache = await caches.open(cacheOf(path));
  for (const address of wanted) if (!(await cache.match(address))) await cache.add(address);
  await cache.put(path, page);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== path && !wanted.has(pathname)) await cache.delete(request);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(openAsset(request));
});

async function openPage(request, pathname) {
  const cache = await caches.open(cacheOf(pathname));
  const kept = await cache.match(pathname);
  if (!kept) return fetch(request);
  try {
    const page = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    // a server in trouble is like none; what it refuses, it refuses
    return page.status >= 500 ? kept : page;
  } catch {
    return kept;
  }
}

async function openAsset(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
