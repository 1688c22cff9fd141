// Patterns that coupon codes are made by: `#` is a place for a sign, everything else stands as it is.

/** Letters and digits that nobody mistakes for another when a code is read aloud or typed: no 0 or O, no 1, I or L. */
export const COUPON_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** With fewer places, codes could be guessed or would run out. */
export const LEAST_PLACES = 6;

const PLACE = '#';

export function placesOf(pattern: string): number {
  return pattern.split(PLACE).length - 1;
}

/**
 * The code that a pattern becomes.
 * @param draw gives a whole number from 0 to one less than `signs`, called once per place
 */
export function codeFrom(pattern: string, draw: (signs: number) => number): string {
  return pattern.replaceAll(PLACE, () => COUPON_SIGNS.charAt(draw(COUPON_SIGNS.length)));
}
