/** Plain text whose web addresses can be followed. */
export function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={`${part}`} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
