// What somebody typed as a number; a comma is as good as a point.

/** Null where it is none, or nothing. */
export function numberFrom(text: string): number | null {
  const number = Number(text.replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}
