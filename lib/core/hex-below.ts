// The text below which that share of all hashes lies, for draws that memory and database must make alike.
const DIGITS = 8;

/** @param percent 0 to 100, what lies beyond is the nearest of the two */
export function hexBelow(percent: number): string {
  const share = Math.min(1, Math.max(0, percent / 100));
  // No hexadecimal digit is as large as g, so below it is everybody.
  return share === 1
    ? 'g'
    : Math.round(share * 16 ** DIGITS)
        .toString(16)
        .padStart(DIGITS, '0');
}
