import { encode } from 'uqr';

/** Modules of white around the code, which readers need to find it (ISO/IEC 18004 asks for four; a badge is white around). */
const BORDER = 2;

/** A QR code as one path of SVG: level M survives a crease or a drop of coffee. Black runs are one stroke each, so that it stays small. */
export function drawQr(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((black) => (black ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`;
}
