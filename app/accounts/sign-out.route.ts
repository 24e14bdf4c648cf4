export function loader() {
  return new Response('To be written.', { status: 501 });
}
