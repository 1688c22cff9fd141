// How many customers ordered again, and again: shares of everybody who ordered once.

/** @param byCount for each number of orders, how many customers made exactly that many */
export function repeatShares(byCount: ReadonlyMap<number, number>, most: number): RepeatShare[] {
  const reached = (least: number) =>
    [...byCount].reduce((total, [orders, people]) => total + (orders >= least ? people : 0), 0);
  const buyers = reached(1);
  return Array.from({ length: most }, (_, index) => {
    const people = reached(index + 1);
    return { orders: index + 1, people, share: buyers === 0 ? null : people / buyers };
  });
}

export interface RepeatShare {
  /** At least so many. */
  readonly orders: number;
  readonly people: number;
  /** Null where nobody ordered. */
  readonly share: number | null;
}
