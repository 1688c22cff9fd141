// The header of a file: which column stands for which field, with names judged before anything is read under them.
import { ImportError } from './import-error';
import { MAX_COLUMNS, MAX_NAME_BYTES } from './limits';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export interface Header<Field extends string> {
  readonly names: readonly string[];
  /** Where each field stands. */
  readonly place: Readonly<Partial<Record<Field, number>>>;
  /** Columns that stand for no field. */
  readonly others: readonly number[];
}

/** @param aliases field -> the names its column goes by, in lower case with `_` between words */
export function readHeader<const Field extends string>(
  header: readonly string[],
  aliases: Readonly<Record<Field, readonly string[]>>,
): Header<Field> {
  const names = header.map((name) => name.trim());
  checkNames(names);
  const place: Partial<Record<Field, number>> = {};
  const others: number[] = [];
  // entries() forgets which keys there are.
  const fields = Object.entries(aliases) as [Field, readonly string[]][];
  for (const [index, name] of names.entries()) {
    const plain = plainName(name);
    const field = fields.find(([known, more]) => known === plain || more.includes(plain))?.[0];
    if (field !== undefined && place[field] === undefined) place[field] = index;
    else if (name !== '') others.push(index);
  }
  return { names, place, others };
}

export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

export function checkNames(names: readonly string[]): void {
  if (names.length > MAX_COLUMNS) throw new ImportError(`The file has more than ${MAX_COLUMNS} columns.`);
  const seen = new Set<string>();
  for (const name of names) {
    const shown = JSON.stringify(name.slice(0, 60));
    if (FORBIDDEN.has(name) || name.includes('\u0000')) {
      throw new ImportError(`A column may not be named ${shown}.`);
    }
    if (Buffer.byteLength(name) > MAX_NAME_BYTES) {
      throw new ImportError(`The column name ${shown}… is longer than ${MAX_NAME_BYTES} bytes.`);
    }
    if (name !== '' && seen.has(name)) throw new ImportError(`Two columns are named ${shown}.`);
    seen.add(name);
  }
}
