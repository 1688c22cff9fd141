// Two rates with so few people that no approximation holds.

interface Counts {
  readonly conversions: number;
  readonly people: number;
}

/** Tables this much likelier than the one seen still count as equally likely, as in R. */
const EQUAL = 1 + 1e-7;
const FEW = 5;

/** Whether a cell of the table (converted or not, in either arm) is below 5: there the page says "too little data". */
export function isTooLittle(control: Counts, variant: Counts): boolean {
  const cells = [control, variant].flatMap(({ conversions, people }) => [conversions, people - conversions]);
  return Math.min(...cells) < FEW;
}

/**
 * Fisher's exact two-sided p: the chance, given both totals, of a table no likelier than the one seen (R's fisher.test). Weights are
 * relative to the likeliest table, so neither factorials nor sums overflow; 1 where nobody or everybody converted.
 */
export function fisherExact(control: Counts, variant: Counts): number {
  const converted = control.conversions + variant.conversions;
  const from = Math.max(0, converted - variant.people);
  const to = Math.min(control.people, converted);
  const people = control.people + variant.people;
  const mode = Math.floor(((converted + 1) * (control.people + 1)) / (people + 2));
  const likeliest = Math.min(to, Math.max(from, mode));
  /** The odds of one more conversion in the control. */
  const odds = (at: number) =>
    ((control.people - at) * (converted - at)) / ((at + 1) * (variant.people - converted + at + 1));
  const weights = new Map([[likeliest, 1]]);
  for (let at = likeliest, weight = 1; at < to && weight > 0; at += 1) {
    weight *= odds(at);
    weights.set(at + 1, weight);
  }
  for (let at = likeliest, weight = 1; at > from && weight > 0; at -= 1) {
    weight /= odds(at - 1);
    weights.set(at - 1, weight);
  }
  const all = [...weights.values()];
  const limit = (weights.get(control.conversions) ?? 0) * EQUAL;
  return sumOf(all.filter((weight) => weight <= limit)) / sumOf(all);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
