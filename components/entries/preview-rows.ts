// The first rows of a list as it will be read: by the separator that stands most often in its first line.
import { parse } from 'csv-parse/browser/esm/sync';

const MOST_ROWS = 5;
const delimiters = [',', ';', '\t'] as const;

/** Empty where nothing can be read yet. */
export function previewRows(text: string): string[][] {
  const [first = ''] = text.split('\n');
  const count = (delimiter: string) => first.split(delimiter).length;
  const [delimiter] = [...delimiters].sort((a, b) => count(b) - count(a));
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiter ?? ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_ROWS,
    });
  } catch {
    return [];
  }
}
