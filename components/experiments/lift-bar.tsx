// A lift and its interval around zero, drawn to one scale for all arms of a table.
interface LiftBarProps {
  value: number;
  low: number;
  high: number;
  /** The largest distance from zero in the table. */
  reach: number;
}

const WIDTH = 120;
const HEIGHT = 14;

export function LiftBar({ value, low, high, reach }: LiftBarProps) {
  const at = (lift: number) => {
    const share = Math.max(-1, Math.min(1, lift / Math.max(reach, Number.MIN_VALUE)));
    return WIDTH / 2 + (share * (WIDTH - 6)) / 2;
  };
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      className={`block max-w-full sm:ml-auto ${toneOf(low, high)}`}
    >
      <line x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} className="stroke-current opacity-40" />
      <line
        x1={at(low)}
        x2={at(high)}
        y1={HEIGHT / 2}
        y2={HEIGHT / 2}
        className="stroke-4 stroke-current opacity-50"
        strokeLinecap="round"
      />
      <circle cx={at(value)} cy={HEIGHT / 2} r={3.5} className="fill-current" />
    </svg>
  );
}

/** Coloured only where zero is outside. */
function toneOf(low: number, high: number): string {
  if (low > 0) return 'text-success-ink';
  return high < 0 ? 'text-danger-ink' : 'text-muted';
}
