// A chart's figures as a CSV file that any spreadsheet reads: numbers stay numbers, and no text becomes a formula.

export type Figure = string | number | null;

export interface Figures {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Figure[])[];
  /** Cell by cell, where the people behind it are. */
  readonly links?: readonly (readonly (string | undefined)[])[];
}

/** RFC 4180, with CRLF between lines and a byte order mark, which spreadsheets need to see that it is UTF-8. */
export function csvOf({ columns, rows }: Figures): string {
  const lines = [columns, ...rows].map((cells) => cells.map(cellOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellOf(cell: Figure): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet would run these as formulas.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
