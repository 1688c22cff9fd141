// Exact sums of decimal numbers as people write them: 0.1 and 0.2 are 0.3, here as in the database.

/** `units` times ten to the power of minus `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** The number as it is written, which is the shortest text that means it. */
export function decimalOf(number: number): Decimal {
  const text = String(number);
  const mantissa = text.replace(/e.*/, '');
  const exponent = Number(text.slice(mantissa.length + 1));
  const scale = mantissa.replace(/^[^.]*\.?/, '').length - exponent;
  const units = BigInt(mantissa.replace('.', ''));
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

export function sumOf(numbers: readonly number[]): Decimal {
  const parts = numbers.map(decimalOf);
  const scale = parts.reduce((most, part) => Math.max(most, part.scale), 0);
  return { units: parts.reduce((sum, part) => sum + unitsAt(part, scale), 0n), scale };
}

/** Below zero where the first is less than `times` times the second, zero where they are the same, else above. */
export function compareDecimals(one: Decimal, other: Decimal, times = 1): number {
  const scale = Math.max(one.scale, other.scale);
  const difference = unitsAt(one, scale) - unitsAt(other, scale) * BigInt(times);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The nearest number. */
export function numberOf({ units, scale }: Decimal): number {
  return Number(`${units}e-${scale}`);
}
