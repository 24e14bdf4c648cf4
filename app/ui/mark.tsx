const SEATS = [
  'M12.76 3.93A12.5 12.5 0 0 1 19.24 3.93',
  'M22.25 5.17A12.5 12.5 0 0 1 26.83 9.75',
  'M28.07 12.76A12.5 12.5 0 0 1 28.07 19.24',
  'M26.83 22.25A12.5 12.5 0 0 1 22.25 26.83',
  'M19.24 28.07A12.5 12.5 0 0 1 12.76 28.07',
  'M9.75 26.83A12.5 12.5 0 0 1 5.17 22.25',
  'M3.93 19.24A12.5 12.5 0 0 1 3.93 12.76',
  'M5.17 9.75A12.5 12.5 0 0 1 9.75 5.17',
];
const SPEAKS = 1;

/** A round table from above, one seat speaking. It turns while something loads (`busy`). */
export function Mark({ busy = false }: { busy?: boolean }) {
  return (
    <svg className={busy ? 'mark mark--busy' : 'mark'} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      {SEATS.map((path, seat) => (
        <path key={path} className={seat === SPEAKS ? 'mark__seat mark__seat--speaks' : 'mark__seat'} d={path} />
      ))}
      <circle className="mark__table" cx="16" cy="16" r="6.2" />
    </svg>
  );
}
