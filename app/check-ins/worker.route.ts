import source from './service-worker.js?raw';

/** The script that keeps door pages on phones: asked for anew each time, so that a new version of it takes over at once. */
export function loader(): Response {
  return new Response(source, { headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' } });
}
