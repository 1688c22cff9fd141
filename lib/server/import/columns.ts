// Which column of a file means what. Common names are recognised, others can be mapped, and the rest is carried along.

import { checkNames, plainName } from './header';
import { ImportError } from './import-error';

/** What we know a column to be -> the names it goes by, in lower case with `_` between words. */
const aliases = {
  order_id: ['orderid', 'order_number', 'order_no', 'order', 'invoice_no', 'invoice'],
  kind: ['type', 'order_kind', 'order_type'],
  ordered_at: ['order_date', 'ordered_on', 'date', 'purchased_at', 'invoiced_at', 'timestamp', 'time'],
  total: ['order_total', 'grand_total', 'amount', 'revenue'],
  currency: ['currency_code'],
  customer_id: ['customerid', 'user_id', 'userid', 'customer_number', 'customer_no', 'client_id'],
  email: ['e_mail', 'email_address', 'customer_email'],
  phone: ['phone_number', 'mobile', 'telephone'],
  name: ['full_name', 'customer_name'],
  first_name: ['firstname', 'given_name'],
  last_name: ['lastname', 'surname', 'family_name'],
  language: ['locale', 'lang'],
  city: ['town'],
  country: ['country_code'],
} as const;

export type Field = keyof typeof aliases;
const fields = Object.keys(aliases) as Field[]; // keys() forgets which keys

export interface Columns {
  readonly names: readonly string[];
  /** Where each known field stands. */
  readonly place: Readonly<Partial<Record<Field, number>>>;
  /** Columns that are carried along under their own names. */
  readonly others: readonly number[];
  /** A currency told by the name of the total's column, such as `total_gbp`. */
  readonly currency: string | null;
}

/** @param map field -> the name of its column, where the names alone do not tell */
export function readColumns(header: readonly string[], map: ReadonlyMap<string, string>): Columns {
  const names = header.map((name) => name.trim());
  checkNames(names);
  const place: Partial<Record<Field, number>> = {};
  for (const [field, column] of map) place[checkedField(field)] = placeOf(names, column);
  const taken = new Set(Object.values(place));
  for (const field of fields) {
    if (place[field] !== undefined) continue;
    const index = names.findIndex((name, at) => !taken.has(at) && isNamed(name, field));
    if (index === -1) continue;
    place[field] = index;
    taken.add(index);
  }
  if (place.customer_id === undefined && place.email === undefined) throw nobody();
  const others = names.flatMap((name, index) => (taken.has(index) || name === '' ? [] : [index]));
  return { names, place, others, currency: currencyOf(names[place.total ?? -1] ?? '') };
}

function isNamed(name: string, field: Field): boolean {
  const plain = plainName(name);
  if (plain === field) return true;
  if (field === 'total' && currencyOf(plain) !== null) return true;
  const known: readonly string[] = aliases[field];
  return known.includes(plain);
}

function currencyOf(name: string): string | null {
  return /^(?:order_)?total_([a-z]{3})$/i.exec(name)?.[1]?.toUpperCase() ?? null;
}

function checkedField(field: string): Field {
  const found = fields.find((each) => each === field);
  if (found) return found;
  throw new ImportError(`--map: there is no field "${field}"; there are ${fields.join(', ')}.`);
}

function placeOf(names: readonly string[], column: string): number {
  const index = names.indexOf(column);
  if (index !== -1) return index;
  throw new ImportError(
    `--map: the file has no column "${column}"; it has ${names.slice(0, 40).join(', ')}.`,
  );
}

function nobody(): ImportError {
  return new ImportError(
    'No column says whose row it is: name one customer_id or email, or point to it, for example with --map customer_id=Client.',
  );
}
