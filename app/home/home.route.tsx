export default function Page() {
  return <p>To be written.</p>;
}
